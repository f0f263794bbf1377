import { pino, stdTimeFunctions } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import { currentCorrelation } from './correlation.js'

export type { Logger } from 'pino'

const secrets = ['password', 'passwordHash', 'current', 'next', 'token', 'secret', 'cookie', 'authorization', '["set-cookie"]']

export interface LoggerOptions {
  readonly service: string
  readonly level: string
  /** Default: stdout, written at once, so that nothing is lost when the process ends. */
  readonly destination?: DestinationStream
}

/** One JSON line per entry, with the correlation id of what is running; secrets are never written. */
export function createLogger({ service, level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const correlation = currentCorrelation()
      return correlation === undefined ? {} : { correlationId: correlation.correlationId }
    },
    redact: { paths: secrets.flatMap(atAnyDepth), censor: '[secret]' },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** pino's wildcard stands for one level; three are as deep as our log entries go. */
function atAnyDepth(path: string): string[] {
  const below = path.startsWith('[') ? path : `.${path}`
  return [path, `*${below}`, `*.*${below}`]
}
