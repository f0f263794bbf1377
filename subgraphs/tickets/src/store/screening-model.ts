import type { AnyEvent } from '@mov-ticket/shared-events'
import { Severity, index, modelOptions, prop } from '@typegoose/typegoose'
import { Schema } from 'mongoose'
import type { Booking, SeatEntry } from '../screening/screening.js'
import type { SeatKind } from '../screening/seating-plan.js'

/*
 * One document per screening. Maps are keyed by seat label, order id and event id, so that a write touches only what
 * changed; none of these keys has a dot or starts with a dollar sign.
 */
@modelOptions({
  schemaOptions: { collection: 'screenings', versionKey: false, minimize: false, autoIndex: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ startsAt: 1, _id: 1 })
@index({ movieId: 1, startsAt: 1, _id: 1 })
@index({ nextLockEnd: 1 })
@index({ pendingSince: 1 })
export class ScreeningRecord {
  @prop({ type: String, required: true })
  _id!: string

  @prop({ type: String, required: true })
  movieId!: string

  @prop({ type: String, required: true })
  auditoriumId!: string

  @prop({ type: Date, required: true })
  startsAt!: Date

  @prop({ type: String, required: true })
  currency!: string

  @prop({ type: Schema.Types.Mixed, required: true })
  prices!: Partial<Record<SeatKind, number>>

  @prop({ type: Number, required: true })
  lockSeconds!: number

  @prop({ type: Number, required: true })
  maxTicketsPerOrder!: number

  @prop({ type: Boolean, required: true })
  avoidSingleSeats!: boolean

  /** Seats of the auditorium. */
  @prop({ type: Number, required: true })
  seatCount!: number

  /** Seats that are locked, reserved or blocked. */
  @prop({ type: Number, required: true })
  takenCount!: number

  @prop({ type: Date, default: null })
  cancelledAt!: Date | null

  /** Guards every write. */
  @prop({ type: Number, required: true })
  version!: number

  @prop({ type: Number, required: true })
  sequence!: number

  @prop({ type: Number, required: true })
  fullSince!: number

  /** When the next lock ends; not there where nothing is locked. */
  @prop({ type: Date })
  nextLockEnd?: Date

  @prop({ type: Schema.Types.Mixed, required: true })
  holds!: Record<string, SeatEntry>

  @prop({ type: Schema.Types.Mixed, required: true })
  bookings!: Record<string, Booking>

  /** The outbox: written with the change, dropped once published. */
  @prop({ type: Schema.Types.Mixed, required: true })
  pendingEvents!: Record<string, AnyEvent>

  /** The last write whose events or ring may be outstanding; not there where nothing is. */
  @prop({ type: Date })
  pendingSince?: Date
}
