import { setTimeout as delay } from 'node:timers/promises'
import type { Case } from './cases.js'
import { credentialHeader, subscribeMessage, type Audience } from './documents.js'
import { startLoad, type Load, type LoadReport } from './load-generator.js'
import { usageOf, type Usage } from './process-usage.js'
import { startServer, type Surroundings } from './servers.js'
import type { StartedProcess } from './started-process.js'

export interface LiveStage extends Surroundings {
  readonly owner: StartedProcess
  readonly screeningId: string
  /** The compiled load generator. */
  readonly program: string
}

/** What one case came to. */
export interface Measured {
  readonly load: LoadReport
  /** Of the private sockets beside. */
  readonly privateLoad: LoadReport | null
  /** Of the server, in cores: 1 is one core all the time. */
  readonly cores: number
  /** What the server grew by with its sockets. */
  readonly grownMegabytes: number
  /** Since the changes began; null where the loop did not turn for longer than it was waited for. */
  readonly loopDelayP99Ms: number | null
}

const warmUpMs = 3_000
const hearWithinSeconds = 60
/** How long those that are behind at the end are waited for. */
export const patienceMs = 5_000

/** Starts the server anew, so that no case leaves anything to the next. */
export async function measureCase(stage: LiveStage, measured: Case, seconds: number): Promise<Measured> {
  const { owner } = stage
  const server = await startServer(measured.server, stage)
  const loads: Load[] = []
  try {
    const before = await usageOf(server.pid)
    for (const [sockets, audience] of audiencesOf(measured)) {
      const load = startLoad(stage.program, { ...loadOptions(stage, server, audience), sockets })
      loads.push(load)
      await load.subscribed()
    }
    await untilAllHeard(owner, loads)
    await server.ask('watch-loop')
    await owner.ask('pace', measured.changesPerSecond)
    await delay(warmUpMs)

    const first = await owner.ask('version')
    await Promise.all(loads.map((load) => load.begin(first)))
    const from = await usageOf(server.pid)
    await delay(seconds * 1_000)
    const to = await usageOf(server.pid)
    const last = await owner.ask('pace', 0)
    const [loopDelayP99Ms, load, privateLoad = null] = await Promise.all([
      server.askBusy('loop-delay', patienceMs),
      ...loads.map((each) => each.end(last, patienceMs)),
    ])
    if (load === undefined) throw new Error('a case has watchers')
    return {
      load, privateLoad, loopDelayP99Ms,
      cores: coresBetween(from, to),
      grownMegabytes: to.residentMegabytes - before.residentMegabytes,
    }
  } finally {
    await owner.ask('pace', 0)
    for (const load of loads) load.stop()
    await server.stop()
  }
}

function audiencesOf({ sockets, ids, groups, privateSockets }: Case): [sockets: number, Audience][] {
  const everybody: [number, Audience] = [sockets, { ids, groups, isPrivate: false }]
  return privateSockets === 0 ? [everybody] : [everybody, [privateSockets, { ids, groups: 1, isPrivate: true }]]
}

function loadOptions(stage: LiveStage, server: StartedProcess, audience: Audience) {
  return {
    port: Number(server.listening['port']),
    groups: audience.groups,
    subscribe: subscribeMessage(stage.screeningId, audience),
    header: credentialHeader(audience),
  }
}

/** Some servers say nothing until something changes, and a change may come before the last of the subscriptions. */
async function untilAllHeard(owner: StartedProcess, loads: readonly Load[]): Promise<void> {
  const heard = Promise.all(loads.map((load) => load.heard())).then(() => true)
  for (let seconds = 0; !(await Promise.race([heard, delay(1_000, false)])); seconds++) {
    if (seconds > hearWithinSeconds) throw new Error('some watchers hear nothing')
    await owner.ask('change')
  }
}

function coresBetween(from: Usage, to: Usage): number {
  return (to.cpuSeconds - from.cpuSeconds) / ((to.at - from.at) / 1_000)
}
