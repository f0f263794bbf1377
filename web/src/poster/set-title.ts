/** A line of a title: capitals from `x`, `width` wide, on the baseline `y`. */
export interface TitleLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly width: number
}

export interface SetTitle {
  readonly lines: readonly TitleLine[]
  readonly height: number
}

/** Thousandths of the size that letters of League Gothic are wide. */
const widths: Readonly<Record<string, number>> = {
  A: 389, B: 364, C: 358, D: 372, E: 327, F: 301, G: 363, H: 380, I: 188, J: 212, K: 375, L: 295, M: 484, N: 395, O: 358, P: 352, Q: 358, R: 357,
  S: 338, T: 332, U: 368, V: 362, W: 512, X: 374, Y: 358, Z: 316, Æ: 567, Œ: 505, Ø: 358, '0': 354, '1': 240, '2': 363, '3': 352, '4': 351, '5': 342,
  '6': 342, '7': 307, '8': 340, '9': 342, ' ': 154, '.': 157, ',': 151, ':': 177, ';': 177, '!': 177, '?': 343, '’': 151, "'": 151, '“': 305, '”': 305,
  '-': 217, '–': 394, '—': 475, '&': 423, '(': 274, ')': 274, '/': 352, '+': 518, '·': 105, '…': 471,
}
/** Of letters that the face does not have: another one draws them, and it is wider. */
const UNKNOWN = 620
const CAPITALS = 0.75
const GAP = 6
const LARGEST = 92
const SMALLEST = 17
const MOST_LINES = 5
/** Times the height that was asked for. */
const AT_MOST = 1.3

/**
 * Sets a title as wood type is set: each line as large as makes it fill the measure. Of all ways to break it the one
 * nearest to `height`, with lines that differ little.
 */
export function setTitle(title: string, measure: number, height: number): SetTitle {
  const words = title.trim().toLocaleUpperCase('en').split(/\s+/)
  const ways = breaksOf(words).map((lines) => lines.map((text) => ({ text, size: Math.min(LARGEST, (measure / widthOf(text)) * 1_000) })))
  const [best = []] = ways.toSorted((a, b) => faultOf(a, measure, height) - faultOf(b, measure, height))
  // Lines of one short word each come out high: then all of them are smaller, and end before the measure does.
  const shrink = Math.min(1, (height * AT_MOST) / heightOf(best.map(({ size }) => size)))
  let y = 0
  const lines = best.map(({ text, size: full }) => {
    const size = full * shrink
    y += size * CAPITALS + (y === 0 ? 0 : GAP)
    return { text, size, x: 0, y, width: (widthOf(text) * size) / 1_000 }
  })
  return { lines, height: y }
}

export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (widths[letter] ?? widths[plain(letter)] ?? UNKNOWN), 0)
}

function plain(letter: string): string {
  return letter.normalize('NFD').slice(0, 1)
}

/** All ways to break so many words into few lines; of very many words, only even ones. */
function breaksOf(words: readonly string[]): string[][] {
  if (words.length > 10) {
    const each = Math.ceil(words.length / MOST_LINES)
    return [Array.from({ length: Math.ceil(words.length / each) }, (_, index) => words.slice(index * each, (index + 1) * each).join(' '))]
  }
  const ways: string[][] = []
  for (let breaks = 0; breaks < 2 ** (words.length - 1); breaks++) {
    const lines: string[] = []
    for (const [index, word] of words.entries()) {
      if (index > 0 && (breaks & (1 << (index - 1))) === 0) lines.push(`${lines.pop() ?? ''} ${word}`)
      else lines.push(word)
    }
    if (lines.length <= MOST_LINES) ways.push(lines)
  }
  return ways
}

function heightOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size * CAPITALS + GAP, -GAP)
}

function faultOf(lines: readonly { readonly text: string; readonly size: number }[], measure: number, wanted: number): number {
  const sizes = lines.map(({ size }) => size)
  const height = heightOf(sizes)
  const tooHigh = height > wanted ? (height - wanted) * 3 : (wanted - height) * 0.6
  const uneven = Math.max(...sizes) - Math.min(...sizes)
  const tiny = sizes.filter((size) => size < SMALLEST).length * 60
  // A line that can't be made large enough leaves white beside it.
  const short = lines.reduce((sum, { text, size }) => sum + Math.max(0, measure - (widthOf(text) * size) / 1_000), 0)
  return tooHigh + uneven * 0.35 + tiny + short * 0.8
}
