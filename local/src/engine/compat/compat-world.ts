import { randomBytes } from 'node:crypto'
import mongoose, { Schema, type Connection, type Model, type Types } from 'mongoose'
import { afterAll, beforeAll } from 'vitest'
import { startTestEngine, type TestEngine } from './test-engine.js'

/** One field of each kind. */
export interface CompatDocument {
  name: string
  version: number
  tags: string[]
  items: Types.DocumentArray<{ sku: string; qty: number }>
  m?: Map<string, number>
  nested: { a?: number; b?: { c?: string } }
  at?: Date
  buf?: Buffer
  dec?: Types.Decimal128 | string
  big?: bigint
  ref?: Types.ObjectId
  any?: unknown
  createdAt: Date
}

const item = new Schema({ sku: String, qty: Number }, { _id: false })
const documentSchema = new Schema<CompatDocument>(
  {
    name: { type: String, unique: true },
    version: { type: Number, default: 0 },
    tags: [String],
    items: [item],
    m: { type: Map, of: Number },
    nested: { a: Number, b: { c: String } },
    at: Date,
    buf: Buffer,
    dec: Schema.Types.Decimal128,
    big: BigInt,
    ref: { type: Schema.Types.ObjectId, ref: 'Other' },
    any: Schema.Types.Mixed,
  },
  { timestamps: true },
)
const otherSchema = new Schema<{ title: string }>({ title: String })

/** A database of its own with two models; `fresh` fills it anew. */
export class CompatWorld {
  readonly documents: Model<CompatDocument>
  readonly others: Model<{ title: string }>

  constructor(
    readonly connection: Connection,
    /** Null where the server is somebody else's. */
    readonly engine: TestEngine | null,
  ) {
    this.documents = connection.model('Doc', documentSchema)
    this.others = connection.model('Other', otherSchema)
  }

  /** Documents n0, n1, …: even ones tagged `even`, odd ones `odd` and their number. */
  async fresh(count = 1) {
    await this.documents.deleteMany({})
    return this.documents.create(
      Array.from({ length: count }, (_, i) => ({
        name: `n${i}`,
        nested: { a: i, b: { c: `x${i}` } },
        tags: i % 2 ? ['odd', `t${i}`] : ['even'],
        items: [
          { sku: `s${i}`, qty: i },
          { sku: 'z', qty: 10 },
        ],
        at: new Date(1e12 + i * 1_000),
      })),
    )
  }

  /** The one document of `fresh()`. */
  async one() {
    const [document] = await this.fresh(1)
    if (!document) throw new Error('No document was made')
    return document
  }
}

/**
 * A running engine for the tests of a file, stopped and removed after them. `COMPAT_MONGODB_URL` runs the same tests
 * against another server, a replica set of mongod for example.
 */
export function useCompatWorld(): () => CompatWorld {
  let world: CompatWorld
  beforeAll(async () => {
    const url = process.env.COMPAT_MONGODB_URL
    const engine = url === undefined ? await startTestEngine() : null
    const dbName = `compat-${randomBytes(4).toString('hex')}`
    const connection = await mongoose.createConnection(url ?? engine?.url ?? '', { dbName }).asPromise()
    world = new CompatWorld(connection, engine)
    await Promise.all([world.documents.init(), world.others.init()])
  }, 180_000)
  afterAll(async () => {
    await world.connection.dropDatabase()
    await world.connection.close()
    await world.engine?.stop()
  })
  return () => world
}
