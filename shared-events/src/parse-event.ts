import { z } from 'zod'
import { envelope } from './define-event.js'
import { events } from './events.js'
import type { AnyEvent, EventType } from './events.js'

export type ParsedEvent = { readonly ok: true; readonly event: AnyEvent } | { readonly ok: false; readonly reason: string }

const head = z.object({ type: z.string(), version: z.int() })

const schemas = new Map<string, z.ZodType>(
  Object.values(events).map((definition) => [
    definition.type,
    envelope.extend({
      type: z.literal(definition.type),
      version: z.literal(definition.version),
      payload: definition.payload,
    }),
  ]),
)

/** Reads what came over the wire; `reason` is for whoever looks into the dead-letter queue. */
export function parseEvent(content: Buffer): ParsedEvent {
  let json: unknown
  try {
    json = JSON.parse(content.toString())
  } catch {
    return { ok: false, reason: 'It is not JSON.' }
  }
  const start = head.safeParse(json)
  if (!start.success) return { ok: false, reason: 'It has no type and version.' }
  const { type, version } = start.data
  const schema = schemas.get(type)
  if (schema === undefined) return { ok: false, reason: `The type ${type} is unknown.` }
  if (events[type as EventType].version !== version) return { ok: false, reason: `Version ${version} of ${type} is unknown.` }
  const parsed = schema.safeParse(json)
  if (!parsed.success) return { ok: false, reason: `It is no ${type}: ${z.prettifyError(parsed.error)}` }
  return { ok: true, event: parsed.data as AnyEvent }
}
