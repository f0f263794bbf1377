/** So many changes are shown softly at once … */
const AT_ONCE = 6
/** … and so many a second. */
const PER_SECOND = 8

/**
 * Whether more changes come than are worth a fade, told of how many come now. Each step of a fade paints, and nobody can
 * follow fifty of them.
 */
export function createRush(now: () => number = () => performance.now()): (changes: number) => boolean {
  let level = 0
  let at = now()
  return (changes) => {
    const before = at
    at = now()
    level = Math.max(0, level - ((at - before) / 1_000) * PER_SECOND) + changes
    const isRush = level > AT_ONCE
    // However many it were, calm is soon back.
    level = Math.min(level, 2 * AT_ONCE)
    return isRush
  }
}
