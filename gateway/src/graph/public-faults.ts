import type { FaultCode } from '@mov-ticket/service-kit'

/** The faults that clients hear of as they are, with the extensions that belong to each. */
const extensionsOf: Readonly<Record<Exclude<FaultCode, 'INTERNAL'>, readonly string[]>> = {
  UNAUTHENTICATED: [],
  FORBIDDEN: [],
  NOT_FOUND: [],
  BAD_USER_INPUT: ['fields'],
  RATE_LIMITED: ['retryAfterSeconds'],
  UNAVAILABLE: [],
}

export function isPublicFault(code: unknown): code is keyof typeof extensionsOf {
  return typeof code === 'string' && Object.hasOwn(extensionsOf, code)
}

/** The code and what belongs to it; whatever else an error carries (URLs, stacks, service names) stays inside. */
export function publicExtensions(
  code: keyof typeof extensionsOf,
  extensions: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const kept = extensionsOf[code].filter((name) => extensions[name] !== undefined)
  return { code, ...Object.fromEntries(kept.map((name) => [name, extensions[name]])) }
}
