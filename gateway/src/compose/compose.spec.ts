import { describe, expect, test } from 'vitest'
import { header } from '../live/operations/testing/a-live-schema.js'
import { compose } from './compose.js'

const types = `
  type Query { room(id: ID!): Room @public }
  type Room { version: Int! @public name: String owner: Owner }
  interface Owner { phone: String @public }
  type Person implements Owner { phone: String }
  type Subscription { roomChanged(id: ID!): Room @live(channel: "room:{id}", query: "room") }
`
const composed = (heading: string, body = types) => () => compose([{ name: 'rooms', sdl: heading + body }])
const without = (line: string) => header.replace(line, '')

describe('composing', () => {
  test('keeps what is live and what is public', () => {
    const { supergraphSdl } = composed(header)()
    expect(supergraphSdl).toContain('roomChanged(id: ID!): Room @live(channel: "room:{id}", query: "room")')
    expect(supergraphSdl).toContain('version: Int! @public')
  })

  test('says nothing of where a subgraph runs', () => {
    expect(composed(header)().supergraphSdl.match(/https?:\/\/(?!specs\.)[^"]+/g)).toEqual(['http://rooms.invalid/graphql'])
  })

  test('fails where @live would get lost, and names the field', () => {
    expect(composed(without('@composeDirective(name: "@live")'))).toThrow('Directives got lost on the way to the supergraph.\nrooms: @live of Subscription.roomChanged\nTheir subgraph must')
  })

  test('fails where @public would get lost, of interfaces too, and names the fields', () => {
    expect(composed(without('@composeDirective(name: "@public")'))).toThrow(/rooms: @public of Query.room\nrooms: @public of Room.version\nrooms: @public of Owner.phone\nTheir/)
  })

  test('fails where nobody said which @live that is', () => {
    const bare = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])' + header.slice(header.indexOf('directive'))
    expect(composed(bare)).toThrow('rooms: @live of Subscription.roomChanged')
  })

  test('fails where it would get lost under another name', () => {
    const renamed = header.replace('"@live"', '{name: "@live", as: "@watched"}').replace('@composeDirective(name: "@live")', '').replace('@live(', '@watched(')
    expect(composed(renamed, types.replace('@live', '@watched'))).toThrow('rooms: @live of Subscription.roomChanged')
  })

  test('fails where a subscription would be answered by nobody', () => {
    expect(composed(header, types.replace(/ @live\(.*?\)/, ''))).toThrow('Nobody would answer what is not @live: Subscription.roomChanged.')
  })

  test('fails where a live field could not be served', () => {
    expect(composed(header, types.replace('query: "room"', 'query: "hall"'))).toThrow('@live on Subscription.roomChanged: there is no Query.hall')
  })

  test('fails where the subgraphs do not fit together', () => {
    const subgraphs = [{ name: 'rooms', sdl: header + types }, { name: 'other', sdl: 'type Query { room(id: Int!): String }' }]
    expect(() => compose(subgraphs)).toThrow(/^The subgraphs do not compose\.\n.*Query\.room/)
  })
})
