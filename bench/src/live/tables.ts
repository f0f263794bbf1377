import { type Case, paces } from './cases.js'
import { type Figures, type LiveResult, fallsBehind, figuresOf, loadGeneratorAtMost, notesOf } from './figures.js'
import { patienceMs } from './measure-case.js'
import type { ServerName } from './settings.js'

export interface LiveRun {
  readonly at: Date
  /** Such as "2 cores". */
  readonly machine: string
  readonly versions: string
  readonly rounds: number
  readonly seconds: number
  /** The servers beside each other. */
  readonly compared: readonly LiveResult[]
  /** The gateway's alone. */
  readonly views: readonly LiveResult[]
}

const titles: Readonly<Record<ServerName, string>> = {
  usual: '(a) usual way',
  ours: '**mov-ticket**',
  bare: '(b) bare `ws`',
  raw: '(c) ready frames',
}

const columns = [
  'Messages/s', 'Changes in one', 'p50, ms', 'p99, ms', 'CPU µs per message', 'CPU µs per change',
  'CPU % per 1,000 sockets', 'MB per 1,000 sockets', 'Loop delay p99, ms',
]

export function liveTables({ at, machine, versions, rounds, seconds, compared, views }: LiveRun): string {
  const busy = loadGeneratorAtMost([...compared, ...views])
  return [
    `${at.toISOString().slice(0, 10)}, ${machine}, ${versions}.`,
    `Everything runs on this machine, the load generator too, which took at most ${busy.toFixed(2)} of a core.`,
    `Medians of ${rounds} rounds in turns, ${seconds} s each.`,
    ...paces.flatMap((pace) => comparison(pace, compared)),
    ...(views.length === 0 ? [] : viewsTable(views)),
  ].join('\n')
}

function comparison(pace: number, compared: readonly LiveResult[]): string[] {
  const results = compared.filter(({ measured }) => measured.changesPerSecond === pace)
  const rows = results.map((result) => {
    const { sockets, server } = result.measured
    const bare = results.find(({ measured }) => measured.sockets === sockets && measured.server === 'bare')
    const own = figuresOf(result)
    const ratio = bare === undefined ? '' : (own.cpuMicrosPerMessage / figuresOf(bare).cpuMicrosPerMessage).toFixed(2)
    return row([sockets.toLocaleString('en'), titles[server], ...cells(result, own), ratio, notesOf(result)])
  })
  const head = header(['Sockets', 'Server'], [...columns, 'CPU per message ÷ (b)'], [''])
  return ['', `### ${pace} changes/s`, '', ...head, ...rows]
}

function viewsTable(results: readonly LiveResult[]): string[] {
  const rows = results.map((result) => {
    const { sockets } = result.measured
    const figures = cells(result, figuresOf(result))
    return row([sockets.toLocaleString('en'), describe(result.measured), ...figures, notesOf(result)])
  })
  const head = header(['Sockets', 'Ask'], columns, [''])
  return ['', '### Many views of one screening, 10 changes/s', '', ...head, ...rows]
}

function describe({ ids, groups, privateSockets }: Case): string {
  if (privateSockets > 0) return `the same, beside ${privateSockets} private ones`
  if (groups > 1) return `${groups} different documents`
  return ids === 'distinct' ? 'the same, each with an id of its own' : 'the same, with the same id'
}

function cells(result: LiveResult, figures: Figures): string[] {
  const least = fallsBehind(result) ? '> ' : ''
  return [
    figures.messagesPerSecond.toFixed(0),
    figures.changesPerMessage.toFixed(1),
    least + figures.p50Ms.toFixed(0),
    least + figures.p99Ms.toFixed(0),
    figures.cpuMicrosPerMessage.toFixed(1),
    figures.cpuMicrosPerChange.toFixed(1),
    figures.cpuPercent.toFixed(1),
    // A few sockets say nothing about a thousand: what a process grows by anyway is more.
    result.measured.sockets < 1_000 ? '' : figures.megabytes.toFixed(0),
    figures.loopDelayP99Ms < Number.POSITIVE_INFINITY ? figures.loopDelayP99Ms.toFixed(0) : `> ${patienceMs}`,
  ]
}

const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`

function header(words: readonly string[], numbers: readonly string[], notes: readonly string[]): string[] {
  return [
    row([...words, ...numbers, ...notes]),
    row([...words.map(() => '---'), ...numbers.map(() => '---:'), ...notes.map(() => '---')]),
  ]
}
