import 'reflect-metadata'
import type { AnyEvent, Refusal, SeatWish } from '@mov-ticket/shared-events'
import { getModelForClass, index, modelOptions, prop, Severity } from '@typegoose/typegoose'
import type { Connection, mongo } from 'mongoose'
import type { AnsweredRequest, OpenRequest, OrderedTicket, OrderStatus, OrderStep } from '../order/order.js'

/** What a key of `createOrder` or `createBestOrder` is unique in, with the buyer. */
export type Placing = 'createOrder' | 'createBestOrder'

/**
 * An order as it is stored. `version` counts writes; each write names the version that it builds on, which is the
 * optimistic concurrency control (mongoose's own leaves update paths out). Events that are not known to be published
 * are part of the document, so that an order and what it has to say are written at once or not at all.
 */
@modelOptions({
  schemaOptions: { collection: 'orders', versionKey: false, autoIndex: false, minimize: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ buyerId: 1, createdAt: -1, _id: -1 })
@index({ screeningId: 1, status: 1, lastStepAt: 1 })
@index({ outcomeDueAt: 1 }, { sparse: true })
@index({ pendingSince: 1 }, { sparse: true })
@index({ reservationKeys: 1 }, { unique: true, sparse: true })
export class OrderDocument {
  /** Made of the buyer, the mutation and the idempotency key: see order-id.ts. */
  @prop({ type: String, required: true })
  public _id!: string

  @prop({ type: Number, required: true })
  public version!: number

  /** So many events were made of this order: the `aggregateVersion` of the last. */
  @prop({ type: Number, required: true })
  public eventCount!: number

  @prop({ type: String, required: true })
  public buyerId!: string

  @prop({ type: String, required: true })
  public screeningId!: string

  @prop({ type: Date, required: true })
  public startsAt!: Date

  @prop({ type: Object, required: true })
  public placedWith!: { mutation: Placing; idempotencyKey: string }

  @prop({ type: Object, required: true })
  public wish!: SeatWish

  @prop({ type: Date, required: true })
  public createdAt!: Date

  @prop({ type: String, required: true })
  public status!: OrderStatus

  @prop({ type: Number, required: true })
  public sequence!: number

  @prop({ type: Array, required: true })
  public tickets!: readonly OrderedTicket[]

  @prop({ type: Date })
  public lockedAt!: Date | null

  @prop({ type: Date })
  public lockedUntil!: Date | null

  @prop({ type: Object })
  public refusal!: Refusal | null

  @prop({ type: Array, required: true })
  public openRequests!: readonly OpenRequest[]

  @prop({ type: Array, required: true })
  public answeredRequests!: readonly AnsweredRequest[]

  @prop({ type: Array, required: true })
  public history!: readonly OrderStep[]

  /** That of `history`, so that what happened lately at a screening is found. */
  @prop({ type: Date, required: true })
  public lastStepAt!: Date

  /** Each as `<buyer>:<key>`; absent until the first, so that most orders cost the unique index nothing. */
  @prop({ type: () => [String], default: undefined })
  public reservationKeys?: readonly string[]

  @prop({ type: Object })
  public asked!: { times: number; lastAt: Date } | null

  /** When tickets is to be asked for the outcome (rule 13); absent where nothing is awaited. */
  @prop({ type: Date })
  public outcomeDueAt?: Date

  /** Not known to be published, by event id: a map, so that one update can add some and drop others. */
  @prop({ type: Object, required: true })
  public pendingEvents!: Record<string, AnyEvent>

  /** The last write that left events pending; absent where there are none. */
  @prop({ type: Date })
  public pendingSince?: Date
}

/** The native collection: hydrating documents costs more than the database does. */
export function ordersOn(connection: Connection): mongo.Collection<OrderDocument> {
  return connection.getClient().db(connection.name).collection<OrderDocument>('orders')
}

export async function createOrderIndexes(connection: Connection): Promise<void> {
  // Cached models are one per class for the whole process, whatever the connection.
  await getModelForClass(OrderDocument, { existingConnection: connection, options: { disableCaching: true } }).createIndexes()
}
