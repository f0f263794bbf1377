import 'reflect-metadata'
import { getModelForClass, index, modelOptions, prop } from '@typegoose/typegoose'
import type { ReturnModelType } from '@typegoose/typegoose'
import type { Connection } from 'mongoose'

/** Sessions that are yet to be ended, written together with what makes it necessary. */
export class PendingSignOut {
  /** The session that stays; null where none does. */
  @prop({ type: () => String, default: null })
  keep!: string | null

  /** Sessions that began later are none of its business. */
  @prop({ type: () => Date, required: true })
  since!: Date
}

@modelOptions({ schemaOptions: { collection: 'users', versionKey: false } })
@index({ email: 1 }, { unique: true })
@index({ 'pendingSignOut.since': 1 }, { sparse: true })
export class UserRecord {
  @prop({ type: () => String, required: true })
  _id!: string

  @prop({ type: () => String, required: true })
  email!: string

  @prop({ type: () => String, required: true })
  name!: string

  @prop({ type: () => String, required: true, enum: ['CUSTOMER', 'ADMIN'] })
  role!: 'CUSTOMER' | 'ADMIN'

  @prop({ type: () => String, required: true })
  passwordHash!: string

  @prop({ type: () => Date, required: true })
  createdAt!: Date

  @prop({ type: () => PendingSignOut, _id: false })
  pendingSignOut?: PendingSignOut
}

export type UserModel = ReturnModelType<typeof UserRecord>

export function userModelOn(connection: Connection): UserModel {
  // Cached models are one per class for the whole process, whatever the connection.
  return getModelForClass(UserRecord, { existingConnection: connection, options: { disableCaching: true } })
}
