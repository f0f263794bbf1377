import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LiveAnswer } from './ask.js'
import type { ChannelVersion } from './channel.js'
import { createCohorts, tiers } from './cohorts.js'
import type { Due, Tier } from './cohorts.js'
import type { Outlet } from './outlet.js'
import { createUpdate } from './update.js'
import type { Watcher } from './watcher.js'

/** Watchers with the same document, variables and view: one question and one encoded answer for all of them. */
export interface Group {
  readonly size: number
  add(outlet: Outlet, afterVersion: number | null): Watcher
  remove(watcher: Watcher): void
  /** Asks for those who are behind. */
  advance(): void
  /** Asks once even though nothing is known to be new. */
  doubt(): void
  /** What was sent so far is of no use any more: the owner's versions went back. */
  startOver(): void
}

export interface GroupOptions {
  readonly channel: ChannelVersion
  /** Asks the owner for what changed after that version; null: for everything. Never rejects. */
  readonly ask: (afterVersion: number | null) => Promise<LiveAnswer>
}

/** Sockets that are written to before other work gets its turn. */
const CHUNK = 250
const FIRST_PAUSE_MS = 25
const MAX_PAUSE_MS = 2_000
/** A short failure is not worth a word to those who have a state that is true as far as anybody knows. */
const TELL_AFTER_MS = 1_000

export function createGroup({ channel, ask }: GroupOptions): Group {
  const cohorts = createCohorts()
  const underWay = new Set<Tier>()
  let size = 0
  let isDoubtful = false
  /** Counts how often the owner's versions went back. */
  let era = 0
  let pause: NodeJS.Timeout | undefined
  let failures = 0
  let failingSince: number | null = null

  function advance(): void {
    if (pause !== undefined) return
    for (const tier of tiers) {
      if (underWay.has(tier)) continue
      const due = cohorts.take(tier, channel.version(), isDoubtful && tier === 'newest')
      if (due === null) continue
      if (tier === 'newest') isDoubtful = false
      underWay.add(tier)
      void serve(due).finally(() => {
        underWay.delete(tier)
        advance()
      })
    }
  }

  async function serve(due: Due): Promise<void> {
    const startedAt = performance.now()
    const atLeast = channel.version()
    const askedIn = era
    const answer = await ask(due.afterVersion)
    const watchers = due.watchers.filter(({ isGone }) => !isGone)
    if (answer.kind === 'state' && !channel.reached(answer.version, atLeast)) failed(startedAt)
    else if (askedIn === era) return answered(watchers, answer, startedAt)
    for (const watcher of watchers) place(watcher)
  }

  async function answered(watchers: readonly Watcher[], answer: LiveAnswer, startedAt: number): Promise<void> {
    if (answer.kind === 'refused') {
      for (const { outlet } of watchers) outlet.fail(answer.errors)
      return
    }
    if (answer.kind === 'nothing') {
      const update = createUpdate(answer.json)
      for (const { outlet } of watchers) {
        outlet.send(update)
        outlet.complete()
      }
      return
    }
    if (answer.kind === 'away' || answer.isBroken) {
      failed(startedAt)
      return tell(watchers, answer)
    }
    failures = 0
    failingSince = null
    await deliver(watchers, answer)
  }

  /** The next question waits: 25 ms, then twice as long, up to 2 s. */
  function failed(since: number): void {
    failingSince ??= since
    clearTimeout(pause)
    pause = setTimeout(() => {
      pause = undefined
      if (size > 0) advance()
    }, Math.min(FIRST_PAUSE_MS * 2 ** failures, MAX_PAUSE_MS))
    failures += 1
  }

  /** Everybody once, and nobody's version moves, so that what is missing comes as soon as it can be asked for. */
  function tell(asked: readonly Watcher[], { json, kind }: { readonly json: string; readonly kind: 'away' | 'state' }): void {
    const isLasting = performance.now() - (failingSince ?? Infinity) >= TELL_AFTER_MS
    const update = createUpdate(json)
    const all = kind === 'away' && isLasting ? [...asked, ...cohorts.takeAll()] : asked
    for (const watcher of all) {
      const isNew = watcher.isOwed && watcher.told === null
      if ((isLasting || isNew || kind === 'state') && watcher.told !== json && !watcher.outlet.isBusy()) {
        watcher.outlet.send(update)
        watcher.told = json
        watcher.isOwed = true
      }
    }
    for (const watcher of all) place(watcher)
  }

  /** An answer that covers what lies between what they asked with and `version` is for all who are in between. */
  async function deliver(watchers: readonly Watcher[], { version, full, json }: Extract<LiveAnswer, { kind: 'state' }>): Promise<void> {
    const update = createUpdate(json)
    const deliveredIn = era
    let count = 0
    for (const watcher of watchers) {
      if (++count % CHUNK === 0) await nextTurn()
      if (watcher.isGone) continue
      const isNews = watcher.isOwed || (full ? watcher.sent !== version : (watcher.sent ?? -1) < version)
      if (isNews && watcher.outlet.isBusy()) {
        watcher.outlet.whenFree(() => {
          place(watcher)
          advance()
        })
        continue
      }
      if (isNews && deliveredIn === era) {
        watcher.outlet.send(update)
        watcher.sent = version
        watcher.isOwed = false
        watcher.told = null
      }
      place(watcher)
    }
  }

  function place(watcher: Watcher): void {
    if (watcher.isGone) return
    if (watcher.era !== era) Object.assign(watcher, { era, sent: null, isOwed: true })
    cohorts.place(watcher)
  }

  return {
    get size() {
      return size
    },
    add(outlet, afterVersion) {
      // Who claims to be ahead of what is known has versions of another time: it starts from nothing.
      const isAhead = afterVersion !== null && channel.version() >= 0 && afterVersion > channel.version()
      const watcher: Watcher = { outlet, sent: isAhead ? null : afterVersion, isOwed: true, told: null, era, isGone: false }
      size += 1
      cohorts.place(watcher)
      return watcher
    },
    remove(watcher) {
      if (watcher.isGone) return
      watcher.isGone = true
      size -= 1
      cohorts.remove(watcher)
      if (size === 0) clearTimeout(pause)
    },
    advance,
    doubt() {
      isDoubtful = true
      advance()
    },
    startOver() {
      era += 1
      for (const watcher of cohorts.takeAll()) place(watcher)
      advance()
    },
  }
}
