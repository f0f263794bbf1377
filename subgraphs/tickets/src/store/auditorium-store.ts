import { index, modelOptions, prop } from '@typegoose/typegoose'
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
@index({ name: 1, _id: 1 })
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

/** An auditorium without its plan, which is large. */
export type NamedAuditorium = Pick<Auditorium, 'id' | 'name'>

export interface AuditoriumPage {
  readonly first: number
  /** The sort keys of the last auditorium that was seen. */
  readonly after: readonly [name: string, id: string] | null
}

export interface AuditoriumStore {
  prepare(): Promise<void>
  create(auditorium: Auditorium): Promise<void>
  byIds(ids: readonly string[]): Promise<Auditorium[]>
  /** By name; one more than `first` where there are more. */
  find(page: AuditoriumPage): Promise<NamedAuditorium[]>
  count(): Promise<number>
}

export function createAuditoriumStore(connection: Connection): AuditoriumStore {
  const model = modelOn(connection, AuditoriumRecord)
  return {
    prepare: () => model.createIndexes(),
    async create({ id, name, seats }) {
      await model.create({ _id: id, name, seats: [...seats] })
    },
    async byIds(ids) {
      const records = await model.find({ _id: { $in: ids } }).lean<AuditoriumRecord[]>()
      return records.map(({ _id, name, seats }) => ({ id: _id, name, seats }))
    },
    async find({ first, after }) {
      const found = await model
        .find(isAfter(after), { name: 1 })
        .sort({ name: 1, _id: 1 })
        .limit(first + 1)
        .lean<Pick<AuditoriumRecord, '_id' | 'name'>[]>()
      return found.map(({ _id, name }) => ({ id: _id, name }))
    },
    count: () => model.countDocuments(),
  }
}

function isAfter(position: AuditoriumPage['after']) {
  if (!position) return {}
  const [name, id] = position
  return { $or: [{ name: { $gt: name } }, { name, _id: { $gt: id } }] }
}
