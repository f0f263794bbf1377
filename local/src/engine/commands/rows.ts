import type { Row } from './database.js'

/** The bytes of a column that is `::bytea`. */
export function bytes(row: Row | undefined, column: string): Buffer {
  const value = row?.[column]
  if (!Buffer.isBuffer(value)) throw new Error(`The database gave no ${column}`)
  return value
}

export function bytesOrNull(row: Row | undefined, column: string): Buffer | null {
  const value = row?.[column]
  return Buffer.isBuffer(value) ? value : null
}
