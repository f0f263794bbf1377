import { describe, expect, test } from 'vitest'
import { aLiveSchema, header, rooms } from './testing/a-live-schema.js'

describe('what the supergraph says', () => {
  test('which fields are live, and how', () => {
    expect([...rooms.fields.values()]).toEqual([
      { name: 'roomChanged', channel: 'room:{id}', query: 'room', takesAfterVersion: true, saysFull: true },
      { name: 'doorChanged', channel: 'door:{house}:{number}', query: 'door', takesAfterVersion: false, saysFull: false },
    ])
  })

  test('which are public', () => {
    expect(rooms.isPublic('Query', 'room')).toBe(true)
    expect(rooms.isPublic('Room', 'mine')).toBe(false)
    expect(rooms.isPublic('Owner', 'name')).toBe(true)
    expect(rooms.isPublic('Owner', 'phone')).toBe(false)
    expect(rooms.isPublic('Company', 'phone')).toBe(true)
    expect(rooms.isPublic('Nobody', 'name')).toBe(false)
  })

  test('under whatever names a subgraph imports the directives', () => {
    const schema = aLiveSchema(
      `type Query { room(id: ID!): Room @open }
       type Room { version: Int! @open }
       type Subscription { roomChanged(id: ID!): Room @watched(channel: "room:{id}", query: "room") }`,
      header
        .replace('"@live", "@public"', '{name: "@live", as: "@watched"}, {name: "@public", as: "@open"}')
        .replaceAll('"@live")', '"@watched")').replaceAll('"@public")', '"@open")')
        .replace('@live(', '@watched(').replace('directive @public', 'directive @open'),
    )
    expect([...schema.fields.keys()]).toEqual(['roomChanged'])
    expect(schema.isPublic('Room', 'version')).toBe(true)
  })

  test('and what else is called so is nothing to us', () => {
    const schema = aLiveSchema(
      `type Query { room(id: ID!): Room @public }
       type Room { version: Int! @public }
       type Subscription { roomChanged(id: ID!): Room @live(channel: "room:{id}", query: "room") }`,
      header.replace('mov-ticket.example/live', 'somebody.example/live'),
    )
    expect(schema.fields.size).toBe(0)
    expect(schema.isPublic('Room', 'version')).toBe(false)
  })
})

const live = (args: string, given = 'id: ID!', type = 'Room') => `roomChanged(${given}): ${type} @live(${args})`

const wrong = (field: string, query = 'room(id: ID!, afterVersion: Int): Room', room = 'version: Int!') => () =>
  aLiveSchema(`
    type Query { ${query} other(id: ID!): Other }
    type Room { ${room} }
    type Other { version: Int! }
    input Box { id: ID! }
    type Subscription { ${field} }`)

describe('a live field that can\'t be served is refused', () => {
  test.each([
    ['a query that is not there', wrong(live('channel: "room:{id}", query: "rooms"')), 'there is no Query.rooms'],
    ['a query of another type', wrong(live('channel: "room:{id}", query: "other"')), 'Query.other is Other, not Room'],
    ['a list', wrong(live('channel: "room:{id}", query: "room"', 'id: ID!', '[Room!]'), 'room(id: ID!): [Room!]'), 'Query.room must be a single object that may be null'],
    ['what is never null', wrong(live('channel: "room:{id}", query: "room"', 'id: ID!', 'Room!'), 'room(id: ID!): Room!'), 'Query.room must be a single object that may be null'],
    ['a type without version', wrong(live('channel: "room:{id}", query: "room"'), undefined, 'size: Int!'), 'Room must have the field "version: Int!"'],
    ['a version that may be missing', wrong(live('channel: "room:{id}", query: "room"'), undefined, 'version: Int'), 'Room must have the field "version: Int!"'],
    ['an argument that the query does not take', wrong(live('channel: "room:{id}", query: "room"', 'id: ID!, style: Int')), 'Query.room takes "style" as nothing, not as Int'],
    ['an argument of another type', wrong(live('channel: "room:{id}", query: "room"', 'id: String!')), 'Query.room takes "id" as ID!, not as String!'],
    ['an argument that only the query needs', wrong(live('channel: "rooms", query: "room"', 'afterVersion: Int')), 'it does not take "id", which Query.room needs'],
    ['an afterVersion that is no number', wrong(live('channel: "room:{id}", query: "room"'), 'room(id: ID!, afterVersion: ID): Room'), '"afterVersion" of Query.room must be an Int'],
    ['a channel without a name', wrong(live('channel: "", query: "room"')), '"channel" must name a doorbell, such as "screening:{id}"'],
    ['a placeholder that is no argument', wrong(live('channel: "room:{room}", query: "room"')), '"{room}" in "channel" must be a required argument, and a scalar'],
    ['a placeholder that is no name', wrong(live('channel: "room:{ id }", query: "room"')), '"{ id }" in "channel" must be a required argument, and a scalar'],
    ['a placeholder that may be null', wrong(live('channel: "room:{id}", query: "room"', 'id: ID'), 'room(id: ID): Room'), '"{id}" in "channel" must be a required argument, and a scalar'],
    ['a placeholder that is an object', wrong(live('channel: "room:{box}", query: "room"', 'box: Box!'), 'room(box: Box!): Room'), '"{box}" in "channel" must be a required argument, and a scalar'],
    ['a placeholder that is a list', wrong(live('channel: "room:{ids}", query: "room"', 'ids: [ID!]!'), 'room(ids: [ID!]!): Room'), '"{ids}" in "channel" must be a required argument, and a scalar'],
  ])('for %s', (_, read, message) => {
    expect(read).toThrow(`@live on Subscription.roomChanged: ${message}`)
  })

  test('outside of Subscription', () => {
    expect(wrong('roomChanged(id: ID!): Room', 'room(id: ID!): Room @live(channel: "room:{id}", query: "room")')).toThrow('@live on Query.room: only a field of Subscription can be live')
  })
})
