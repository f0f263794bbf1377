import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'
import { z } from 'zod'

/** The usual way, the built gateway, a bare `ws` server, and ready frames on raw TCP sockets. */
export const serverNames = ['usual', 'ours', 'bare', 'raw'] as const
export type ServerName = (typeof serverNames)[number]

export interface LiveSettings {
  readonly rounds: number
  /** How long each case is measured. */
  readonly seconds: number
  readonly sockets: readonly number[]
  readonly servers: readonly ServerName[]
}

const partsOf = (text: string): string[] => text.split(',').map((part) => part.trim())
const isServerName = (text: string): text is ServerName => serverNames.some((name) => name === text)

const shape = {
  BENCH_ROUNDS: environmentOf.count(3),
  BENCH_SECONDS: environmentOf.count(5),
  BENCH_SOCKETS: z
    .string()
    .default('100,1000,5000,10000')
    .transform((text) => partsOf(text).map(Number))
    .refine((counts) => counts.every((count) => count > 0 && Number.isInteger(count)), 'must be numbers: 100,1000'),
  BENCH_SERVERS: z
    .string()
    .default(serverNames.join())
    .transform((text) => partsOf(text).filter(isServerName))
    .refine((names) => names.length > 0, `must be some of ${serverNames.join()}`),
}

export function readLiveSettings(source: Readonly<Record<string, string | undefined>>): LiveSettings {
  const { BENCH_ROUNDS, BENCH_SECONDS, BENCH_SOCKETS, BENCH_SERVERS } = readEnvironment(shape, source)
  return { rounds: BENCH_ROUNDS, seconds: BENCH_SECONDS, sockets: BENCH_SOCKETS, servers: BENCH_SERVERS }
}

/** Only a run with everything in it may take the place of the tables before. */
export function isWholeRun({ rounds, seconds, sockets, servers }: LiveSettings): boolean {
  const whole = readLiveSettings({})
  return (
    rounds >= whole.rounds &&
    seconds >= whole.seconds &&
    whole.sockets.every((count) => sockets.includes(count)) &&
    whole.servers.every((server) => servers.includes(server))
  )
}
