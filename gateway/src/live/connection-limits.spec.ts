import { describe, expect, it } from 'vitest'
import { createConnectionLimits } from './connection-limits.js'

function given() {
  const limits = createConnectionLimits({ inAll: 4, perAddress: 2, perUser: 2 }, { perConnection: 2, perAddress: 3, perUser: 3 })
  const enter = (address: string) => limits.enter(address)
  return { limits, enter }
}

/** Whether everything is free that was free at first. */
function isAllFree({ limits, enter }: ReturnType<typeof given>): boolean {
  const places = ['a', 'a', 'b', 'b'].map(enter)
  const taken = places.map((place, index) => place?.takeBy(index < 2 ? 'ada' : 'bob'))
  const subscribed = places.map((place) => place?.subscribe())
  const third = [places[0], places[2]].map((place) => place?.subscribe())
  for (const place of [places[0], places[2]]) place?.unsubscribe()
  for (const place of places) {
    place?.unsubscribe()
    place?.leave()
  }
  return limits.size === 0 && [...taken, ...subscribed, ...third].every((done) => done === true)
}

describe('places', () => {
  it('are there for so many in all', () => {
    const world = given()
    const places = ['a', 'b', 'c', 'd'].map(world.enter)
    expect(world.enter('e')).toBeNull()
    places[0]?.leave()
    expect(world.enter('e')).not.toBeNull()
    expect(world.limits.size).toBe(4)
  })

  it('are there for so many of an address, or a network', () => {
    const { enter } = given()
    const [first] = [enter('2001:db8::1'), enter('2001:db8::2')]
    expect(enter('2001:db8::3')).toBeNull()
    expect(enter('2001:db8:0:1::1')).not.toBeNull()
    first?.leave()
    expect(enter('2001:db8::3')).not.toBeNull()
  })

  it('are there for so many of a user', () => {
    const { enter } = given()
    const [first, second, third] = ['a', 'b', 'c'].map(enter)
    expect([first, second, third].map((place) => place?.takeBy('ada'))).toEqual([true, true, false])
    third?.leave()
    first?.leave()
    expect(enter('d')?.takeBy('ada')).toBe(true)
  })

  it('are given back once, however often that is said, in whatever order', () => {
    const world = given()
    const [first, second] = [world.enter('a'), world.enter('a')]
    first?.takeBy('ada')
    first?.leave()
    first?.leave()
    expect(first?.takeBy('ada')).toBe(false)
    expect(world.enter('a')).not.toBeNull()
    expect(world.enter('a')).toBeNull()
    second?.leave()
    expect(world.limits.size).toBe(1)
  })

  it('of refused users are free again', () => {
    const world = given()
    const [first, second, third] = ['a', 'b', 'c'].map(world.enter)
    for (const place of [first, second, third]) place?.takeBy('ada')
    for (const place of [third, first, second]) place?.leave()
    expect(isAllFree(world)).toBe(true)
  })
})

describe('subscriptions', () => {
  it('are there for so many of a connection', () => {
    const place = given().enter('a')
    expect([1, 2, 3].map(() => place?.subscribe())).toEqual([true, true, false])
    place?.unsubscribe()
    expect(place?.subscribe()).toBe(true)
  })

  it('are there for so many of a user, over all connections', () => {
    const world = given()
    const [first, second] = [world.enter('a'), world.enter('b')]
    for (const place of [first, second]) place?.takeBy('ada')
    expect([first, first, second, second].map((place) => place?.subscribe())).toEqual([true, true, true, false])
    first?.unsubscribe()
    expect(second?.subscribe()).toBe(true)
    for (const place of [first, second, second]) place?.unsubscribe()
    for (const place of [first, second]) place?.leave()
    expect(isAllFree(world)).toBe(true)
  })

  it('are there for so many of an address, over all connections, and a refused one takes none', () => {
    const world = given()
    const [first, second] = [world.enter('a'), world.enter('a')]
    expect([first, first, second, second].map((place) => place?.subscribe())).toEqual([true, true, true, false])
    second?.unsubscribe()
    expect(second?.subscribe()).toBe(true)
    const [ada, again] = [world.enter('b'), world.enter('c')]
    for (const place of [ada, again]) place?.takeBy('ada')
    expect([ada, ada, again, again, again].map((place) => place?.subscribe())).toEqual([true, true, true, false, false])
    ada?.unsubscribe()
    expect(again?.subscribe()).toBe(true)
    for (const place of [first, first, second, ada, again, again]) place?.unsubscribe()
    for (const place of [first, second, ada, again]) place?.leave()
    expect(isAllFree(world)).toBe(true)
  })

  it('of nobody are not counted together', () => {
    const world = given()
    for (const place of ['a', 'b', 'c', 'd'].map(world.enter)) expect([1, 2].map(() => place?.subscribe())).toEqual([true, true])
  })
})
