import { median } from '../statistics.js'
import type { Case } from './cases.js'
import type { Measured } from './measure-case.js'

export interface LiveResult {
  readonly measured: Case
  readonly rounds: readonly Measured[]
}

/** Medians over the rounds, each on its own. */
export interface Figures {
  readonly messagesPerSecond: number
  readonly changesPerMessage: number
  /** Of the public watchers. */
  readonly p50Ms: number
  readonly p99Ms: number
  readonly cpuMicrosPerMessage: number
  readonly cpuMicrosPerChange: number
  /** Per 1,000 sockets, in percent of one core. */
  readonly cpuPercent: number
  /** Per 1,000 sockets. */
  readonly megabytes: number
  /** Infinite where the loop did not turn while it was waited for. */
  readonly loopDelayP99Ms: number
}

export function figuresOf({ measured, rounds }: LiveResult): Figures {
  const thousands = (measured.sockets + measured.privateSockets) / 1_000
  const middle = (figure: (round: Measured) => number) => median(rounds.map(figure))
  return {
    messagesPerSecond: middle((round) => perSecond(round).messages),
    changesPerMessage: middle((round) => perSecond(round).changes / perSecond(round).messages),
    p50Ms: middle(({ load }) => load.p50Ms),
    p99Ms: middle(({ load }) => load.p99Ms),
    cpuMicrosPerMessage: middle((round) => (round.cores * 1e6) / perSecond(round).messages),
    cpuMicrosPerChange: middle((round) => (round.cores * 1e6) / perSecond(round).changes),
    cpuPercent: middle(({ cores }) => (cores * 100) / thousands),
    megabytes: middle(({ grownMegabytes }) => grownMegabytes / thousands),
    loopDelayP99Ms: middle(({ loopDelayP99Ms }) => loopDelayP99Ms ?? Number.POSITIVE_INFINITY),
  }
}

/** What all watchers were delivered, the private ones too: the server's CPU went into all of it. */
function perSecond({ load, privateLoad }: Measured): { messages: number; changes: number } {
  const { seconds } = load
  return {
    messages: (load.messages + (privateLoad?.messages ?? 0)) / seconds,
    changes: (load.changes + (privateLoad?.changes ?? 0)) / seconds,
  }
}

/** True where some watchers did not have everything in the end: then the latencies are the least that they can be. */
export function fallsBehind({ rounds }: LiveResult): boolean {
  return rounds.some(({ load }) => load.behind > 0)
}

/** What a reader must know of these figures. */
export function notesOf(result: LiveResult): string {
  const { rounds } = result
  const beside = rounds.flatMap(({ privateLoad }) => privateLoad ?? [])
  const all = [...rounds.map(({ load }) => load), ...beside]
  const most = (figure: 'closed' | 'errors') => Math.max(...all.map((load) => load[figure]))
  return [
    ...(fallsBehind(result) ? ['falls behind'] : []),
    ...(most('closed') > 0 ? [`${most('closed')} closed`] : []),
    ...(most('errors') > 0 ? [`${most('errors')} errors`] : []),
    ...(beside.length > 0 ? [`theirs: p99 ${median(beside.map(({ p99Ms }) => p99Ms)).toFixed(0)} ms`] : []),
  ].join(', ')
}

/** Of one core. */
export function loadGeneratorAtMost(results: readonly LiveResult[]): number {
  const loads = results.flatMap(({ rounds }) => rounds.map(({ load }) => load))
  return Math.max(...loads.map(({ cpuSeconds, seconds }) => cpuSeconds / seconds))
}
