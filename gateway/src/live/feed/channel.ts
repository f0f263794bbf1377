import type { Watch } from '@mov-ticket/shared-events'
import type { Group } from './group.js'

/** What was known of a channel when a question was asked. */
export interface Moment {
  /** The newest version that was rung or answered, as far as it is time to act on it; -1: none. */
  readonly version: number
  /** Counts how often the owner's versions went back. */
  readonly era: number
  /** Counts how often somebody doubted that the version is the newest. */
  readonly doubts: number
}

export interface ChannelVersion {
  readonly now: Moment
  /** Whether it was doubted and no question since then was answered. */
  isDoubtful(): boolean
  /**
   * An owner answered a question that was asked then with this version. False: the answer is older than what was known,
   * and is not to be shown.
   */
  reached(version: number, asked: Moment): boolean
}

export interface Channel extends ChannelVersion {
  readonly groups: Set<Group>
  /** Null: nobody knows what is new. */
  ring(version: number | null): void
  stop(): void
}

export interface ChannelOptions {
  /** Rings that come within this time lead to one question. */
  readonly windowMs: number
  readonly watch: (knownVersion: number | null) => Watch
  /** Writes down what the owner told, where it was in doubt or (`insteadOf`) another version was wrong. */
  readonly learn: (version: number, insteadOf?: number) => void
}

/** An owner that answers for so long with less than was rung has lost it: its database was restored. */
const RESTORED_AFTER_MS = 3_000
/** Heals what the version keys can't tell, such as a ring that died with its process. */
const ASK_ANYWAY_MS = 30_000
/** A group that can't settle a doubt, as its viewer's session can't be asked about or its sockets are slow, gets this long. */
const DOUBT_ALONE_MS = 500

/** One doorbell, and the groups that hear it. */
export function createChannel({ windowMs, watch, learn }: ChannelOptions): Channel {
  const groups = new Set<Group>()
  let watching = watch(null)
  let now: Moment = { version: -1, era: 0, doubts: 0 }
  let settledDoubts = 0
  /** What was rung last, in or after its window. */
  let rung = -1
  let oldSince: number | null = null
  let window: NodeJS.Timeout | undefined
  let insisting: NodeJS.Timeout | undefined
  // Spread over the time, so that the channels of a process do not ask all at once.
  let askingAnyway = setTimeout(askAnyway, ASK_ANYWAY_MS * (0.5 + Math.random() / 2))

  const isDoubtful = () => settledDoubts < now.doubts

  function askAnyway(): void {
    askingAnyway = setTimeout(askAnyway, ASK_ANYWAY_MS)
    doubt()
  }

  /** One group asks for all, and all ask where it gets no answer; if there is something new every group hears of it. */
  function doubt(): void {
    now = { ...now, doubts: now.doubts + 1 }
    insisting ??= setTimeout(insist, DOUBT_ALONE_MS)
    const [group] = groups
    group?.doubt()
  }

  function insist(): void {
    insisting = undefined
    if (isDoubtful()) for (const group of groups) group.doubt()
  }

  function closeWindow(): void {
    window = undefined
    now = { ...now, version: Math.max(now.version, rung) }
    for (const group of groups) group.advance()
  }

  function startOver(version: number): void {
    learn(version, Math.max(now.version, rung))
    now = { ...now, version, era: now.era + 1 }
    rung = version
    watching.stop()
    watching = watch(version)
    for (const group of groups) group.startOver()
  }

  return {
    groups,
    get now() {
      return now
    },
    isDoubtful,
    ring(version) {
      if (version === null) return doubt()
      if (version <= rung) return
      rung = version
      if (windowMs === 0) closeWindow()
      else window ??= setTimeout(closeWindow, windowMs)
    },
    reached(version, asked) {
      if (asked.era !== now.era) return false
      if (version < asked.version) {
        oldSince ??= performance.now()
        if (performance.now() - oldSince < RESTORED_AFTER_MS) return false
        oldSince = null
        settledDoubts = asked.doubts
        startOver(version)
        return false
      }
      oldSince = null
      if (asked.doubts > settledDoubts) {
        settledDoubts = asked.doubts
        if (!isDoubtful()) learn(version)
      }
      watching.update(version)
      if (version > now.version) {
        now = { ...now, version }
        rung = Math.max(rung, version)
        for (const group of groups) group.advance()
      }
      return true
    },
    stop() {
      clearTimeout(window)
      clearTimeout(insisting)
      clearTimeout(askingAnyway)
      watching.stop()
      for (const group of groups) group.stop()
    },
  }
}
