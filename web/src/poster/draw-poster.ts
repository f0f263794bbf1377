import { inksFor } from './inks.js'
import type { Inks } from './inks.js'
import { motifFor } from './motifs/by-genre.js'
import { diceOf } from './random.js'
import { setTitle } from './set-title.js'
import type { TitleLine } from './set-title.js'
import type { Frame, Layer } from './shapes.js'

export const WIDTH = 200
export const HEIGHT = 300
const MARGIN = 13
const TITLE_HEIGHT = 92

export interface Poster {
  readonly inks: Inks
  /** Where the picture is; what goes beyond is cut off. */
  readonly frame: Frame
  /** From the back to the front. */
  readonly layers: readonly Layer[]
  readonly title: readonly TitleLine[]
}

/**
 * A poster in 200 by 300, from nothing but the title and the genres: the same ones always give the same poster. Words
 * fill one end of it, a picture the other.
 */
export function drawPoster({ title, genres }: { readonly title: string; readonly genres: readonly string[] }): Poster {
  const dice = diceOf(title)
  const inks = inksFor(genres, dice)
  const motif = motifFor({ title, genres }, dice)
  const set = setTitle(title, WIDTH - 2 * MARGIN, TITLE_HEIGHT)
  const words = set.height + 2 * MARGIN
  const isBelow = dice.chance(0.68)
  const frame = { x: 0, y: isBelow ? 0 : words, width: WIDTH, height: HEIGHT - words }
  const top = isBelow ? HEIGHT - words + MARGIN : MARGIN
  return {
    inks,
    frame,
    layers: motif(frame, dice),
    title: set.lines.map((line) => ({ ...line, x: MARGIN, y: top + line.y })),
  }
}
