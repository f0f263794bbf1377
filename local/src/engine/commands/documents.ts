import type { Document } from 'bson'

/** True for objects and arrays: what a path can lead through. */
export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null
}

export function documentOr<T extends Document | null>(value: unknown, otherwise: T): Document | T {
  return isDocument(value) ? value : otherwise
}

/** The elements of an array that are documents. */
export function documentsIn(value: unknown): Document[] {
  return Array.isArray(value) ? value.filter(isDocument) : []
}
