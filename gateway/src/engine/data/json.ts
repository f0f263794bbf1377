/** What JSON.parse gives for an object. */
export interface JsonObject {
  [key: string]: unknown
}

/** Where a value stands in an answer. */
export type ResponsePath = readonly (string | number)[]

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
