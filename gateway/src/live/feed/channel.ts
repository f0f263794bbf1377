import type { Watch } from '@mov-ticket/shared-events'
import type { Group } from './group.js'

/** What is known of a channel's version. */
export interface ChannelVersion {
  /** The newest that was rung or answered, as far as it is time to act on it; -1: none. */
  version(): number
  /**
   * An owner answered with this version. False: its answer is older than `atLeast`, what was known when it was asked, and
   * is not to be shown.
   */
  reached(version: number, atLeast: number): boolean
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
  /** Writes down what the owner told, where no version was known or (`insteadOf`) a wrong one. */
  readonly learn: (version: number, insteadOf?: number) => void
}

/** An owner that answers for so long with less than was rung has lost it: its database was restored. */
const RESTORED_AFTER_MS = 3_000
/** Heals what the version keys can't tell, such as a ring that died with its process. */
const ASK_ANYWAY_MS = 30_000

/** One doorbell, and the groups that hear it. */
export function createChannel({ windowMs, watch, learn }: ChannelOptions): Channel {
  const groups = new Set<Group>()
  let watching = watch(null)
  let known = -1
  let rung = -1
  let isUnknown = false
  let oldSince: number | null = null
  let window: NodeJS.Timeout | undefined
  // Spread over the time, so that the channels of a process do not ask all at once.
  let askAnyway = setTimeout(askAgain, ASK_ANYWAY_MS * (0.5 + Math.random() / 2))

  function askAgain(): void {
    askAnyway = setTimeout(askAgain, ASK_ANYWAY_MS)
    doubt()
  }

  /** One group asks for all; if there is something new the others hear of it. */
  function doubt(): void {
    const [group] = groups
    group?.doubt()
  }

  function close(): void {
    window = undefined
    known = Math.max(known, rung)
    for (const group of groups) group.advance()
  }

  function startOver(version: number): void {
    learn(version, Math.max(known, rung))
    known = version
    rung = version
    watching.stop()
    watching = watch(version)
    for (const group of groups) group.startOver()
  }

  return {
    groups,
    version: () => known,
    ring(version) {
      if (version === null) {
        isUnknown = true
        doubt()
        return
      }
      if (version <= rung) return
      rung = version
      if (windowMs === 0) close()
      else window ??= setTimeout(close, windowMs)
    },
    reached(version, atLeast) {
      if (version < atLeast && known >= atLeast) {
        oldSince ??= performance.now()
        if (performance.now() - oldSince < RESTORED_AFTER_MS) return false
        oldSince = null
        startOver(version)
        return false
      }
      oldSince = null
      if (isUnknown) learn(version)
      isUnknown = false
      watching.update(version)
      if (version > known) {
        known = version
        rung = Math.max(rung, version)
        for (const group of groups) group.advance()
      }
      return true
    },
    stop() {
      clearTimeout(window)
      clearTimeout(askAnyway)
      watching.stop()
    },
  }
}
