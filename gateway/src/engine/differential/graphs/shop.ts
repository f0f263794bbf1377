import { federated } from './test-graph.js'
import type { TestGraph } from './test-graph.js'

/** Several and nested keys, chains of @requires, @provides, @override, shared fields, lists that two subgraphs fill. */
export const shop: TestGraph = {
  name: 'shop',
  subgraphs: {
    products: `${federated('key', 'shareable', 'external', 'requires', 'provides', 'override')}
      type Product @key(fields: "id") @key(fields: "sku package") {
        id: ID! sku: String! package: String!
        name: String
        price: Int
        weight: Float
        size: Size
        variants(most: Int = 2): [Product!]!
        category: Category
        stock: Int
      }
      type Size { width: Int height: Int unit: Unit! }
      enum Unit { CM INCH }
      type Category @key(fields: "slug") { slug: String! title: String products: [Product!] parent: Category }
      type Query { product(id: ID!): Product products(first: Int = 3): [Product] category(slug: String!): Category }
      type Mutation { price(product: ID!, cents: Int!): Product }
    `,
    stock: `${federated('key', 'shareable', 'external', 'requires', 'override')}
      type Product @key(fields: "id") {
        id: ID!
        price: Int @external
        weight: Float @external
        size: Size @external
        stock: Int @override(from: "products")
        postage: Int @requires(fields: "price weight")
        box: String @requires(fields: "size { width height }")
        delivery(zip: String = "0000"): Delivery @requires(fields: "weight")
      }
      type Size { width: Int @external height: Int @external }
      type Delivery @key(fields: "product { id }") { product: Product! days: Int }
      type Warehouse @key(fields: "id") { id: ID! products: [Product!]! }
      type Query { warehouses: [Warehouse!] }
      type Mutation { restock(product: ID!, by: Int = 1): Int }
    `,
    reviews: `${federated('key', 'shareable', 'external', 'requires', 'provides')}
      type Product @key(fields: "sku package") {
        sku: String! package: String!
        postage: Int @external
        reviews(first: Int = 2): [Review!]
        worth: String @requires(fields: "postage")
      }
      type Review @key(fields: "id") {
        id: ID! text: String stars: Int!
        author: User @provides(fields: "name")
        product: Product!
      }
      type User @key(fields: "id") { id: ID! name: String @external reviews: [Review] }
      type Query { review(id: ID!): Review best: Review }
      type Mutation { review(product: ID!, text: String): Review! }
    `,
    people: `${federated('key', 'shareable', 'external', 'requires')}
      type User @key(fields: "id") @key(fields: "company { id } login") {
        id: ID! login: String! company: Company!
        name: String @shareable
        address: Address
        manager: User
        parcels(most: Int = 3): [Parcel!] @shareable
      }
      type Parcel { grams: Int }
      type Company @key(fields: "id") { id: ID! title: String staff(first: Int = 2): [User!]! }
      type Address @shareable { street: String city: City }
      type City @shareable { name: String zip: String }
      type Query { me: User users: [User!]! }
    `,
    ledger: `${federated('key', 'shareable', 'external', 'requires')}
      type User @key(fields: "company { id } login") {
        company: Company! login: String!
        name: String @external
        balance: Int
        greeting: String @requires(fields: "name")
        parcels(most: Int = 3): [Parcel!] @shareable
      }
      type Parcel { cost: Int! }
      type Company @key(fields: "id") { id: ID! owes: Float rating: Int @shareable }
      type Delivery @key(fields: "product { id }") { product: Product! cost: Int }
      type Product @key(fields: "id", resolvable: false) { id: ID! }
      type Address @shareable { street: String city: City }
      type City @shareable { name: String zip: String }
      type Query { debtor: User address: Address }
    `,
  },
}
