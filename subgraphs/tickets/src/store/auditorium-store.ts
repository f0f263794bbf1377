import { modelOptions, prop } from '@typegoose/typegoose'
import type { Connection } from 'mongoose'
import { modelOn } from './model-on.js'
import { SEAT_KINDS, type Seat, type SeatKind } from '../screening/seating-plan.js'

class SeatRecord implements Seat {
  @prop({ type: String, required: true })
  label!: string

  @prop({ type: String, required: true })
  row!: string

  @prop({ type: Number, required: true })
  number!: number

  @prop({ type: String, required: true, enum: SEAT_KINDS })
  kind!: SeatKind

  @prop({ type: Number, required: true })
  x!: number

  @prop({ type: Number, required: true })
  y!: number
}

@modelOptions({ schemaOptions: { collection: 'auditoriums', versionKey: false, autoIndex: false } })
class AuditoriumRecord {
  @prop({ type: String, required: true })
  _id!: string

  @prop({ type: String, required: true })
  name!: string

  /** In plan order. */
  @prop({ type: () => [SeatRecord], required: true, _id: false })
  seats!: SeatRecord[]
}

export interface Auditorium {
  readonly id: string
  readonly name: string
  readonly seats: readonly Seat[]
}

export interface AuditoriumStore {
  create(auditorium: Auditorium): Promise<void>
  byIds(ids: readonly string[]): Promise<Auditorium[]>
}

export function createAuditoriumStore(connection: Connection): AuditoriumStore {
  const model = modelOn(connection, AuditoriumRecord)
  return {
    async create({ id, name, seats }) {
      await model.create({ _id: id, name, seats: [...seats] })
    },
    async byIds(ids) {
      const records = await model.find({ _id: { $in: ids } }).lean<AuditoriumRecord[]>()
      return records.map(({ _id, name, seats }) => ({ id: _id, name, seats }))
    },
  }
}
