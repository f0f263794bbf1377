import { composeServices } from '@apollo/composition'
import { Kind, parse } from 'graphql'
import type { LiveOperation } from '../live-operation.js'
import { compileLiveOperation } from '../live-operation.js'
import { readLiveSchema } from '../live-schema.js'
import type { LiveSchema } from '../live-schema.js'

/** How a subgraph says that it uses the directives. */
export const header = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])
    @link(url: "https://specs.mov-ticket.example/live/v1.0", import: ["@live", "@public"])
    @composeDirective(name: "@live")
    @composeDirective(name: "@public")
  directive @live(channel: String!, query: String!) on FIELD_DEFINITION
  directive @public on FIELD_DEFINITION
`

/** One subgraph's, composed. */
export function aLiveSchema(types: string, heading = header): LiveSchema {
  const { supergraphSdl, schema, errors } = composeServices([{ name: 'rooms', url: 'http://rooms.invalid', typeDefs: parse(heading + types) }])
  if (errors !== undefined) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'))
  return readLiveSchema(supergraphSdl, schema.toAPISchema().toGraphQLJSSchema())
}

export const rooms = aLiveSchema(`
  type Query {
    room(id: ID!, afterVersion: Int, style: Style, page: Page): Room @public
    door(house: ID!, number: Int! = 1): Door @public
  }
  type Room { version: Int! @public full: Boolean! @public seats(first: Int): [Seat!]! @public mine: Seat owner: Owner @public }
  type Seat { id: ID! @public price: Int! @public order: ID }
  type Door { version: Int! @public open: Boolean! @public }
  interface Owner { name: String! @public phone: String @public }
  type Person implements Owner { name: String! @public phone: String }
  type Company implements Owner { name: String! @public phone: String @public }
  union Guest = Person | Company
  extend type Room { guests: [Guest!]! @public }
  enum Style { PLAIN FANCY }
  input Page { first: Int }
  type Subscription {
    roomChanged(id: ID!, afterVersion: Int, style: Style, page: Page): Room @live(channel: "room:{id}", query: "room")
    doorChanged(house: ID!, number: Int! = 1): Door @live(channel: "door:{house}:{number}", query: "door")
  }
`)

export function compiled(text: string, schema: LiveSchema = rooms): LiveOperation {
  const document = parse(text)
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (operation === undefined) throw new Error('There is no operation in it.')
  return compileLiveOperation(document, operation, schema)
}
