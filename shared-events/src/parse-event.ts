import { z } from 'zod'
import { envelope } from './define-event.js'
import { events, isEventType } from './events.js'
import type { AnyEvent } from './events.js'

export type ParsedEvent = { readonly ok: true; readonly event: AnyEvent } | { readonly ok: false; readonly reason: string }

const head = z.object({ type: z.string(), version: z.int() })

const schemas = new Map<string, z.ZodType>(
  Object.values(events).map(({ type, version, payload }) => [
    type,
    envelope.extend({ type: z.literal(type), version: z.literal(version), payload }),
  ]),
)

/** Reads what came over the wire; `reason` is for whoever looks into the dead-letter queue. */
export function parseEvent(content: Buffer): ParsedEvent {
  const json = readJson(content)
  if (json === undefined) return { ok: false, reason: 'It is not JSON.' }
  const start = head.safeParse(json)
  if (!start.success) return { ok: false, reason: 'It has no type and version.' }
  const { type, version } = start.data
  const schema = schemas.get(type)
  if (schema === undefined || !isEventType(type)) return { ok: false, reason: `The type ${type} is unknown.` }
  if (events[type].version !== version) return { ok: false, reason: `Version ${version} of ${type} is unknown.` }
  const parsed = schema.safeParse(json)
  if (!parsed.success) return { ok: false, reason: `It is no ${type}: ${z.prettifyError(parsed.error)}` }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema found by type makes an event of that type
  return { ok: true, event: parsed.data as AnyEvent }
}

function readJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString())
  } catch {
    return undefined
  }
}
