import type { Document } from 'bson'
import { documentOr, isDocument } from './documents.js'

/**
 * What an update makes of a document, as far as a duplicate key needs it: replacements, $set, $setOnInsert (for an
 * upsert) and $inc. Null for pipelines, which would have to be run.
 */
export function documentAfter(before: Document | null, filter: Document, update: Document): Document | null {
  if (Array.isArray(update)) return null
  const operators = Object.keys(update).some((key) => key.startsWith('$'))
  if (!operators) return { ...(before ? { _id: before._id as unknown } : equalities(filter)), ...update }
  const after = structuredCloneOf(before ?? equalities(filter))
  const set: Document = { ...(before ? {} : documentOr(update.$setOnInsert, {})), ...documentOr(update.$set, {}) }
  for (const [path, value] of Object.entries(set)) setAt(after, path, value)
  for (const [path, by] of Object.entries(documentOr(update.$inc, {}))) {
    setAt(after, path, Number(valueAt(after, path) ?? 0) + Number(by))
  }
  return after
}

/** The value at a dotted path; null where there is none, as a unique index takes it. */
export function valueAt(document: Document, path: string): unknown {
  let value: unknown = document
  for (const name of path.split('.')) value = isDocument(value) ? value[name] : undefined
  return value ?? null
}

/** An upsert starts from what its filter says to be equal. */
function equalities(filter: Document): Document {
  const document: Document = {}
  for (const [path, condition] of Object.entries(filter)) {
    if (path.startsWith('$')) continue
    const operators = isPlain(condition) && Object.keys(condition).some((key) => key.startsWith('$'))
    if (!operators) setAt(document, path, condition)
    else if (isPlain(condition) && '$eq' in condition) setAt(document, path, condition.$eq)
  }
  return document
}

function setAt(document: Document, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop()
  let target = document
  for (const name of names) {
    const next = documentOr(target[name], {})
    target[name] = next
    target = next
  }
  if (last !== undefined) target[last] = value
}

/** Copies objects and arrays; values of BSON's own types are shared, as nothing changes them. */
function structuredCloneOf(document: Document): Document {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, isPlain(value) ? structuredCloneOf(value) : (value as unknown)]),
  )
}

function isPlain(value: unknown): value is Document {
  return isDocument(value) && Object.getPrototypeOf(value) === Object.prototype
}
