import 'reflect-metadata'
import { modelOptions, prop, Severity } from '@typegoose/typegoose'
import type { Connection, mongo } from 'mongoose'

/** Our copy of a screening, as tickets told it. */
@modelOptions({
  schemaOptions: { collection: 'screenings', versionKey: false, autoIndex: false },
  options: { allowMixed: Severity.ALLOW },
})
export class ScreeningDocument {
  @prop({ type: String, required: true })
  public _id!: string

  /** RFC 3339. */
  @prop({ type: String })
  public startsAt?: string

  @prop({ type: Number })
  public lockSeconds?: number

  @prop({ type: Number })
  public maxTicketsPerOrder?: number

  @prop({ type: String })
  public currency?: string

  /** In plan order. */
  @prop({ type: () => [String], default: undefined })
  public seatLabels?: string[]

  /** It may be told before the rest. */
  @prop({ type: Boolean })
  public cancelled?: boolean
}

export function screeningsOn(connection: Connection): mongo.Collection<ScreeningDocument> {
  return connection.getClient().db(connection.name).collection<ScreeningDocument>('screenings')
}
