import { parse } from 'graphql'
import { afterAll, describe, expect, it } from 'vitest'
import { startPlanners } from '../testing/planners.js'
import { createArena } from './arena.js'
import { animals } from './graphs/animals.js'
import { hostile } from './graphs/hostile.js'
import { ours } from './graphs/ours.js'
import { judge } from './judge.js'
import type { Tolerance } from './judge.js'
import { keyOf } from './judge-errors.js'
import type { Outcome } from './outcome.js'
import { caseOf } from './play.js'
import type { WeatherName } from './play.js'
import { weathers } from './weather.js'

interface Deviation {
  readonly as: Tolerance
  /** Of https://spec.graphql.org/October2021/ */
  readonly because: string
  readonly on: typeof animals
  /** The world follows from it. */
  readonly seed: string
  readonly weather: WeatherName
  readonly query: string
  /** Data, and errors with path and code. */
  readonly stock: readonly [unknown, ...string[]]
  readonly right: readonly [unknown, ...string[]]
}

/** All that the differential test lets pass, each with the sentence by which the engine is right. */
const deviations: readonly Deviation[] = [
  {
    as: 'data as graphql-js has it',
    because: '2.7: "By default a field’s response key in the response object will use that field’s name. However, you can define a different response key by specifying an alias."',
    on: hostile, seed: 'scan hostile calm 243', weather: 'calm',
    query: '{ node { __typename: id } }',
    stock: [{ node: null }],
    right: [{ node: { __typename: '26' } }],
  },
  {
    as: 'an operation that Apollo cannot plan',
    because: '6.1: "The executor should only execute requests that passed validation." This one passes.',
    on: animals, seed: 'scan animals calm 3', weather: 'calm',
    query: '{ weighed { ... on Named { __typename } } }',
    stock: [undefined, 'nowhere undefined'],
    right: [{ weighed: [{ __typename: 'Dog' }, { __typename: 'Dog' }, { __typename: 'Dog' }] }],
  },
  {
    as: 'a key that a plan has another use for',
    because: '7.1.2: "If the error happens in an aliased field, the path to the error should use the aliased name."',
    on: await ours(), seed: 'scan ours failures 166', weather: 'failures',
    query: '{ a__alias_0: order(id: "51") { version } }',
    stock: [{ a__alias_0: null }, 'a UNAVAILABLE'],
    right: [{ a__alias_0: null }, 'a__alias_0 UNAVAILABLE'],
  },
  {
    as: 'an error that stock keeps to itself',
    because: '6.4.4: "If a field error is raised while resolving a field, it is handled as though the field returned null, and the error must be added to the errors list in the response."',
    on: animals, seed: 'scan animals nonsense 206', weather: 'nonsense',
    query: '{ homes { size } }',
    stock: [{ homes: [{ size: null }] }],
    right: [{ homes: [{ size: null }] }, 'homes/0/size INTERNAL'],
  },
  {
    as: 'an error of entities without a position',
    because: '7.1.2: path is "the path of the response field which experienced the error". Of _entities the client knows nothing, and the entity was none of those that a Mouse’s label is for.',
    on: animals, seed: 'scan animals losses 145', weather: 'losses',
    query: 'mutation { adopt(animal: "55") { ... on Mouse { name mood label } legs name } }',
    stock: [{ adopt: { legs: 847, name: 'Dog.name#2{} 7 "é\u2028' } }, 'adopt/_entities INTERNAL'],
    right: [{ adopt: { legs: 847, name: 'Dog.name#2{} 7 "é\u2028' } }],
  },
  {
    as: 'an error at the place of another entity',
    because: '7.1.2: "Path segments that represent list indices should be 0-indexed integers." The Dog is the second, and the only one whose mood is asked for.',
    on: animals, seed: 'scan animals outages 41', weather: 'outages',
    query: '{ found(text: "text") { ... on Dog { mood } } }',
    stock: [{ found: [{}, { mood: null }, {}] }, 'found/0/mood INTERNAL'],
    right: [{ found: [{}, { mood: null }, {}] }, 'found/1/mood INTERNAL'],
  },
  {
    as: 'one of several errors with the same effect',
    because: '6.4.4: "only one error should be added to the errors list per field": these are two fields, in a plan that asks for both at once.',
    on: animals, seed: 'scan animals nonsense 2', weather: 'nonsense',
    query: '{ animals { kind label } homes { size street } }',
    stock: [null, 'animals/0/label UNAVAILABLE'],
    right: [null, 'animals/0/label UNAVAILABLE', 'homes INTERNAL'],
  },
  {
    as: 'an error of a type that stock does not ask for',
    because: '6.4.3: "if fieldType is an Interface or Union type, let objectType be ResolveAbstractType(fieldType, result)". A Node may be a Ghost, which clients must not see, so the type is asked for; that question failed.',
    on: hostile, seed: 'scan hostile outages 242', weather: 'outages',
    query: '{ noted { note } }',
    stock: [{ noted: [{ note: 'Thing.note#26{} 49 "é\u2028' }] }],
    right: [{ noted: [{ note: 'Thing.note#26{} 49 "é\u2028' }] }, 'noted/0 UNAVAILABLE'],
  },
]

describe.each([...new Set(deviations.map(({ on }) => on))])('on the graph $name', async (on) => {
  const planning = startPlanners()
  afterAll(() => planning.stop())
  const arena = await createArena(on, planning.planners)

  it.each(deviations.filter((deviation) => deviation.on === on))('$as', async ({ as, seed, weather, query, stock, right }) => {
    const question = { ...arena.question(seed, weathers[weather]), source: query, document: parse(query), operationName: null, variables: {} }
    const one = await caseOf(arena, question, weathers[weather])
    const [onApollo, engine] = [await arena.onApollo(question), await arena.engine(question)]
    expect(told(one.stock)).toEqual(stock)
    expect(told(onApollo)).toEqual(right)
    expect(told(engine)).toEqual(right)
    expect(judge(one, onApollo)).toEqual({ kind: 'tolerated', as })
  })
})

function told({ data, errors }: Outcome): readonly [unknown, ...string[]] {
  return [data, ...errors.map(keyOf)]
}
