import { federated } from './test-graph.js'
import type { TestGraph } from './test-graph.js'

/** Nulls and errors everywhere, lists in lists, strange names, types that clients don't know, broken values. */
export const hostile: TestGraph = {
  name: 'hostile',
  subgraphs: {
    one: `${federated('key', 'shareable', 'inaccessible')}
      scalar Anything
      interface Node @key(fields: "id") { id: ID! self: Node! twin: Node }
      type Thing implements Node @key(fields: "id") {
        id: ID! self: Node! twin: Node
        constructor: String!
        toString: Int
        hasOwnProperty: [Thing!]
        must: Thing!
        mays: [Thing]!
        musts: [Thing!]
        grid: [[Thing!]]!
        cube: [[[Int!]!]]
        value: Value!
        values: [Value!]
        any: Anything
        length: Int!
      }
      type Other implements Node @key(fields: "id") { id: ID! self: Node! twin: Node must: Thing! either: Either other: String! }
      type Ghost implements Node @key(fields: "id") @inaccessible { id: ID! self: Node! twin: Node boo: String }
      union Either = Thing | Other | Value | Ghost
      type Value @shareable { a: Int! b: String }
      type Query { thing: Thing things: [Thing!]! node: Node nodes: [Node]! either: Either! eithers: [Either!] deep: Deep! }
      type Deep { down: Deep! side: Deep thing: Thing! words: [String!]! }
      type Mutation { first: Thing! second(n: Int): Thing }
    `,
    two: `${federated('key', 'shareable', 'external', 'requires')}
      type Thing @key(fields: "id") {
        id: ID!
        toString: Int @external
        far: String!
        farOther: Other
        farMust: Other!
        farList: [[Other!]!]!
        need: String @requires(fields: "toString")
        valueOf: Value!
      }
      type Other @key(fields: "id") { id: ID! things: [Thing!]! name: String! }
      type Value @shareable { a: Int! b: String }
      type Query { others: [Other] farThing: Thing! }
      type Mutation { third: Other! }
    `,
    three: `${federated('key', 'shareable', 'interfaceObject')}
      type Node @key(fields: "id") @interfaceObject { id: ID! note: String! rank: Int seen: [Node!] }
      type Query { noted: [Node!]! }
    `,
  },
}
