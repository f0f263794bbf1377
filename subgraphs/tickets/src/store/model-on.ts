import { getModelForClass } from '@typegoose/typegoose'
import type { AnyParamConstructor } from '@typegoose/typegoose/lib/types.js'
import type { Connection } from 'mongoose'

/** The class's model on this connection. With typegoose's cache every connection would get the first one's. */
export function modelOn<U extends AnyParamConstructor<unknown>>(connection: Connection, record: U) {
  return getModelForClass(record, { existingConnection: connection, options: { disableCaching: true } })
}
