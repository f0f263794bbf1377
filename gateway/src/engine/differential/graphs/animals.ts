import { federated } from './test-graph.js'
import type { TestGraph } from './test-graph.js'

/** Interfaces that are entities, interface objects, unions, enums, value types, what is @inaccessible. */
export const animals: TestGraph = {
  name: 'animals',
  subgraphs: {
    registry: `${federated('key', 'shareable', 'inaccessible')}
      enum Kind { WILD TAME LOST }
      interface Named { name: String }
      interface Animal implements Named @key(fields: "id") {
        id: ID!
        name: String
        legs: Int!
        kind: Kind
        friends(first: Int = 2): [Animal!]!
        enemy: Animal
        home: Home
      }
      type Dog implements Animal & Named @key(fields: "id") {
        id: ID! name: String legs: Int! kind: Kind friends(first: Int = 2): [Animal!]! enemy: Animal home: Home
        barks: Boolean!
        tricks(kinds: [Kind!], most: Int): [String]
        walk: Walk
      }
      type Cat implements Animal & Named @key(fields: "id") {
        id: ID! name: String legs: Int! kind: Kind friends(first: Int = 2): [Animal!]! enemy: Animal home: Home
        lives: Int!
        prey: [Prey!]
      }
      type Mouse implements Animal & Named @key(fields: "id") {
        id: ID! name: String legs: Int! kind: Kind friends(first: Int = 2): [Animal!]! enemy: Animal home: Home
        afraidOf: Cat
        hole: String @inaccessible
      }
      type Walk { minutes: Float! with: [Named] at: Home }
      type Toy implements Named @shareable { name: String colour: String }
      union Prey = Mouse | Toy
      union Found = Dog | Cat | Home | Toy
      type Home @key(fields: "id") { id: ID! }
      input Where { kind: Kind = TAME, near: Spot, tags: [[String!]] }
      input Spot { x: Float!, y: Float = 1.5 }
      type Query {
        animal(id: ID!): Animal
        animals(first: Int = 3, where: Where): [Animal]!
        cat: Cat
        found(text: String! = "any"): [Found]
        named: Named
        prey: Prey
      }
      type Mutation {
        adopt(animal: ID!, home: ID): Animal
        rename(name: String = "new"): Named
      }
    `,
    care: `${federated('key', 'shareable', 'interfaceObject', 'external', 'requires')}
      type Animal @key(fields: "id") @interfaceObject {
        id: ID!
        name: String @external
        checkups(last: Int = 1): [Checkup!]!
        vet: Vet
        mood: Mood
        label: String @requires(fields: "name")
      }
      enum Mood { GLAD SAD }
      type Checkup { grams: Int animal: Animal by: Vet! notes: [String!] }
      interface Person { id: ID! fullName: String! }
      type Vet implements Person @key(fields: "id") { id: ID! fullName: String! patients(first: Int = 2): [Animal] }
      union Patient = Vet | Checkup
      type Query { vet(id: ID): Vet weighed: [Animal!] patient: Patient }
      type Mutation { weigh(animal: ID!): Checkup }
    `,
    homes: `${federated('key', 'shareable')}
      type Home @key(fields: "id") { id: ID! street: String! size: Int place: Place toys: [Toy!] neighbours: [Home!]! }
      type Place @shareable { city: String post: Int }
      type Toy @shareable { name: String colour: String }
      type Vet @key(fields: "id") { id: ID! worksAt: [Home] }
      type Query { homes: [Home!]! place: Place }
      type Mutation { build(street: String!): Home! }
    `,
  },
}
