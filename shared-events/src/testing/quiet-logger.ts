import { createLogger } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'

/** Says nothing, unless LOG_LEVEL asks for it. */
export function quietLogger(): Logger {
  return createLogger({ service: 'spec', level: process.env.LOG_LEVEL ?? 'silent' })
}
