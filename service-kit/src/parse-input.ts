import type { z } from 'zod'
import { badUserInput } from './faults.js'

/** Arguments as `schema` gives them back; else BAD_USER_INPUT that says what is wrong with each field. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) fields[path.map(String).join('.')] ??= message
  throw badUserInput(`Not accepted: ${Object.entries(fields).map(([field, text]) => `${field} ${text}`).join('; ')}.`, fields)
}
