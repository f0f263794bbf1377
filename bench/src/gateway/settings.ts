import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'
import { z } from 'zod'

/** The stock gateway, Hive's with its Rust planner, ours in three ways, and a server that knows the answers. */
export const contenderNames = ['stock', 'hive', 'apollo', 'engine', 'sharing', 'bare'] as const
export type ContenderName = (typeof contenderNames)[number]

export interface GatewaySettings {
  readonly rounds: number
  /** How long each case is measured. */
  readonly seconds: number
  readonly contenders: readonly ContenderName[]
}

const shape = {
  BENCH_ROUNDS: environmentOf.count(3),
  BENCH_SECONDS: environmentOf.count(4),
  BENCH_GATEWAYS: z
    .string()
    .default(contenderNames.join())
    .transform((text) => contenderNames.filter((name) => text.split(',').includes(name)))
    .refine((names) => names.length > 0, `must be some of ${contenderNames.join()}`),
}

export function readGatewaySettings(source: Readonly<Record<string, string | undefined>>): GatewaySettings {
  const { BENCH_ROUNDS, BENCH_SECONDS, BENCH_GATEWAYS } = readEnvironment(shape, source)
  return { rounds: BENCH_ROUNDS, seconds: BENCH_SECONDS, contenders: BENCH_GATEWAYS }
}

/** Only a run with everything in it may take the place of the table before. */
export function isWholeRun({ rounds, seconds, contenders }: GatewaySettings): boolean {
  const whole = readGatewaySettings({})
  return rounds >= whole.rounds && seconds >= whole.seconds && contenders.length === whole.contenders.length
}
