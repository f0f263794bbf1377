import { median } from '../statistics.js'
import { contenders } from './contenders.js'
import type { Measured } from './measure.js'
import type { ContenderName } from './settings.js'

export interface GatewayResult {
  readonly contender: ContenderName
  /** The question's title. */
  readonly question: string
  readonly rounds: readonly Measured[]
}

export interface GatewayRun {
  readonly at: Date
  readonly machine: string
  readonly versions: string
  readonly rounds: number
  readonly seconds: number
  /** Titles, in the order of their tables. */
  readonly questions: readonly string[]
  readonly results: readonly GatewayResult[]
}

export function gatewayTables({ at, machine, versions, rounds, seconds, questions, results }: GatewayRun): string {
  return [
    `${at.toISOString().slice(0, 10)}, ${machine}, ${versions}.`,
    `Everything runs on this machine, load and subgraphs too. Medians of ${rounds} rounds in turns, ${seconds} s each, 50 connections.`,
    ...questions.flatMap((question) => tableOf(question, results.filter((result) => result.question === question))),
  ].join('\n')
}

const heads = ['Requests/s', '÷ stock', 'p50, ms', 'p99, ms', 'Errors', 'CPU µs per request', 'Subgraph requests per request', 'MB']

function tableOf(question: string, results: readonly GatewayResult[]): string[] {
  const stock = results.find(({ contender }) => contender === 'stock')
  const stockRate = stock === undefined ? NaN : rateOf(stock)
  const rows = results.map((result) => {
    const of = (pick: (measured: Measured) => number): number => median(result.rounds.map(pick))
    const cells = [
      Math.round(rateOf(result)).toLocaleString('en'),
      Number.isNaN(stockRate) ? '' : (rateOf(result) / stockRate).toFixed(1),
      of(({ p50Ms }) => p50Ms).toFixed(1),
      of(({ p99Ms }) => p99Ms).toFixed(1),
      // Not one of them may hide behind a median.
      String(result.rounds.reduce((sum, { errors }) => sum + errors, 0)),
      of(({ cpuMicrosPerRequest }) => cpuMicrosPerRequest).toFixed(0),
      of(({ subgraphRequestsPerRequest }) => subgraphRequestsPerRequest).toFixed(2),
      of(({ residentMegabytes }) => residentMegabytes).toFixed(0),
    ]
    return `| ${contenders[result.contender].title} | ${cells.join(' | ')} |`
  })
  return ['', `### The ${question} query`, '', `| | ${heads.join(' | ')} |`, `| --- |${heads.map(() => ' ---: |').join('')}`, ...rows]
}

function rateOf({ rounds }: GatewayResult): number {
  return median(rounds.map(({ requestsPerSecond }) => requestsPerSecond))
}
