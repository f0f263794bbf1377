import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LiveAnswer } from './ask.js'
import { createBackoff } from './backoff.js'
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
  /** Asks until the channel is not in doubt any more, even though nothing is known to be new. */
  doubt(): void
  /** What was sent so far is of no use any more: the owner's versions went back. */
  startOver(): void
  /** Of no use afterwards, as when the last watcher was removed. */
  stop(): void
}

export interface GroupOptions {
  readonly channel: ChannelVersion
  /** Asks the owner for what changed after that version; null: for everything. Never rejects. `gone`: nobody wants to know any more. */
  readonly ask: (afterVersion: number | null, gone: AbortSignal) => Promise<LiveAnswer>
  /** Told why the owner could not be asked, when that begins. */
  readonly onAway: (reason: unknown) => void
  /** Told of what should not happen. */
  readonly onError: (error: unknown) => void
}

type State = Extract<LiveAnswer, { kind: 'state' }>

/** Sockets that are written to before other work gets its turn. */
const CHUNK = 250
/** A short failure is not worth a word to those who have a state that is true as far as anybody knows. */
const TELL_AFTER_MS = 1_000

export function createGroup({ channel, ask, onAway, onError }: GroupOptions): Group {
  const cohorts = createCohorts()
  const idle = new Set<Tier>(tiers)
  const backoff = createBackoff(advance)
  const gone = new AbortController()
  let size = 0
  /** Whether the channel counts on this group to settle its doubt. */
  let isCountedOn = false

  function advance(): void {
    if (backoff.isWaiting || gone.signal.aborted) return
    isCountedOn &&= channel.isDoubtful()
    for (const [tier, due] of cohorts.take(idle, channel.now.version, isCountedOn)) {
      idle.delete(tier)
      void serve(due)
        .catch(onError)
        .finally(() => {
          idle.add(tier)
          advance()
        })
    }
  }

  async function serve(due: Due): Promise<void> {
    const askedAt = performance.now()
    const asked = channel.now
    const answer = await ask(due.afterVersion, gone.signal)
    if (gone.signal.aborted) return
    const isNews = answer.kind !== 'state' || channel.reached(answer.version, asked)
    if (channel.now.era !== asked.era) return forEach(due.watchers, place)
    if (isNews) return answered(due, answer, askedAt)
    backoff.failed(askedAt)
    return forEach(due.watchers, place)
  }

  async function answered(due: Due, answer: LiveAnswer, askedAt: number): Promise<void> {
    if (answer.kind === 'refused') return forEach(due.watchers, ({ outlet }) => outlet.fail(answer.errors))
    if (answer.kind === 'nothing') {
      const update = createUpdate(answer.json)
      return forEach(due.watchers, ({ outlet }) => {
        outlet.send(update)
        outlet.complete()
      })
    }
    if (answer.kind === 'away' || answer.isBroken) {
      if ('reason' in answer && backoff.failingMs === 0) onAway(answer.reason)
      backoff.failed(askedAt)
      return tell(due.watchers, answer)
    }
    backoff.succeeded()
    return deliver(due, answer)
  }

  /** Nobody's version moves, so that what is missing comes as soon as it can be asked for. */
  function tell(asked: readonly Watcher[], { json, kind }: Extract<LiveAnswer, { json: string }>): Promise<void> {
    const isLasting = backoff.failingMs >= TELL_AFTER_MS
    const update = createUpdate(json)
    const word = kind === 'away' ? kind : json
    return forEach(kind === 'away' && isLasting ? [...asked, ...cohorts.takeAll()] : asked, (watcher) => {
      const isNew = watcher.isOwed && watcher.told === null
      if ((isLasting || isNew || kind === 'state') && watcher.told !== word && !watcher.outlet.isBusy()) {
        watcher.outlet.send(update)
        watcher.told = word
        watcher.isOwed = true
      }
      place(watcher)
    })
  }

  /** What changed after a version, or everything, is for all who have that version or a later one, or nothing. */
  function deliver({ watchers, afterVersion }: Due, { version, full, json }: State): Promise<void> {
    const update = createUpdate(json)
    const isEverything = full || afterVersion === null
    return forEach(watchers, (watcher) => {
      const has = watcher.sent ?? -1
      // It came with a version that the owner does not know: what it has is of another time.
      if (!isEverything && has > version) Object.assign(watcher, { sent: null, isOwed: true })
      else if (watcher.isOwed || (isEverything ? has !== version : has < version)) {
        if (watcher.outlet.isBusy()) return hold(watcher)
        watcher.outlet.send(update)
        watcher.sent = version
        watcher.isOwed = false
        watcher.told = null
      }
      place(watcher)
    })
  }

  /** Nothing is queued: when its socket is free it gets what is new by then. */
  function hold(watcher: Watcher): void {
    watcher.outlet.whenFree(() => {
      place(watcher)
      advance()
    })
  }

  function place(watcher: Watcher): void {
    if (watcher.isGone) return
    const { era } = channel.now
    if (watcher.era !== era) Object.assign(watcher, { era, sent: null, isOwed: true })
    cohorts.place(watcher)
  }

  return {
    get size() {
      return size
    },
    add(outlet, afterVersion) {
      const { version, era } = channel.now
      // Who claims to be ahead of what is known has versions of another time: it starts from nothing.
      const isAhead = afterVersion !== null && version >= 0 && afterVersion > version
      const watcher: Watcher = { outlet, sent: isAhead ? null : afterVersion, isOwed: true, told: null, era, isGone: false, index: 0 }
      size += 1
      cohorts.place(watcher)
      return watcher
    },
    remove(watcher) {
      if (watcher.isGone) return
      watcher.isGone = true
      size -= 1
      cohorts.remove(watcher)
    },
    advance,
    doubt() {
      isCountedOn = true
      advance()
    },
    startOver() {
      backoff.clear()
      for (const watcher of cohorts.takeAll()) place(watcher)
      advance()
    },
    stop() {
      gone.abort(new Error('Nobody watches it any more.'))
      backoff.clear()
    },
  }
}

/** For those who are still there, with turns for other work in between. */
async function forEach(watchers: readonly Watcher[], act: (watcher: Watcher) => void): Promise<void> {
  let count = 0
  for (const watcher of watchers) {
    if (++count % CHUNK === 0) await nextTurn()
    if (!watcher.isGone) act(watcher)
  }
}
