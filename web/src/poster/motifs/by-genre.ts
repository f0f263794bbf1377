import { genreOf } from '../genres.js'
import type { Dice } from '../random.js'
import type { Frame, Layer } from '../shapes.js'
import { burst, flower, glass, graves, magnifier, mask, reel, road, ship, umbrella } from './more-things.js'
import { columns, house, peaks, rails, skyline, stairs, waves } from './places.js'
import { crescent, eye, pair, rings, spiral, sun, target } from './round.js'
import { blinds, checks, clock, constructed, curtain, gear, hat, keyhole, lamp, teeth } from './things.js'

export type Motif = (frame: Frame, dice: Dice) => Layer[]
type Motifs = readonly [Motif, ...Motif[]]

const byGenre: Readonly<Record<string, Motifs>> = {
  horror: [eye, house, teeth, crescent, spiral, graves, mask, stairs],
  comedy: [hat, checks, burst, umbrella, curtain, glass, rings, flower],
  drama: [stairs, waves, columns, blinds, skyline, mask, umbrella],
  romance: [pair, crescent, flower, glass, waves],
  'science fiction': [skyline, gear, rings, target],
  noir: [lamp, blinds, road, glass, stairs],
  mystery: [keyhole, spiral, eye, magnifier, clock, road],
  documentary: [constructed, target, eye, reel],
  adventure: [peaks, sun, waves, ship],
  action: [rails, target, burst, constructed],
  history: [columns, ship, constructed, sun],
  other: [rings, sun, constructed, pair, target, reel],
}

/** A title that names a picture has it. Beginnings of words, in the languages of the app. */
const byWord: readonly (readonly [RegExp, Motif])[] = [
  [/\b(?:night|moon|dream|nacht|mond|traum)/, crescent],
  [/\b(?:sun|gold|summer|desert|sonne|sommer)/, sun],
  [/\b(?:house|home|castle|haus|schloss)/, house],
  [/\b(?:street|lamp|light|stra(?:ß|ss)e|licht)/, lamp],
  [/\b(?:road|hitch|drive|detour|highway|taxi)/, road],
  [/\b(?:train|rail|general|express|zug\b)/, rails],
  [/\b(?:ship|battleship|boat|sea\b|ocean|voyage|schiff|meer\b)/, ship],
  [/\b(?:city|metropolis|town|tower|stadt|turm)/, skyline],
  [/\b(?:mountain|peak|everest|klondike|berg)/, peaks],
  [/\b(?:time|clock|hour|last\b|minute|zeit|uhr\b|stunde)/, clock],
  [/\b(?:camera|movie|film|cinema|kino)/, reel],
  [/\b(?:phantom|opera|mask|maske|oper\b)/, mask],
  [/\b(?:sherlock|detective|clue|detektiv)/, magnifier],
  [/\b(?:secret|door|key\b|stranger|geheim|tür)/, keyhole],
  [/\b(?:dead|grave|ghost|souls?\b|tot|grab|geist)/, graves],
  [/\b(?:shop|garden|rose|flower|garten|blume)/, flower],
  [/\b(?:rain|singin|umbrella|regen)/, umbrella],
  [/\b(?:love|two|couple|marriage|liebe|zwei)/, pair],
  [/\b(?:machine|modern|robot|maschine)/, gear],
  [/\b(?:stairs?|steps|vertigo|treppe)/, stairs],
  [/\b(?:circus|stage|theat|carnival|bühne|zirkus)/, curtain],
]

export const allMotifs: readonly Motif[] = [...new Set([...Object.values(byGenre).flat(), ...byWord.map(([, motif]) => motif)])]

/** What is to be seen: what the title names, else one of the pictures of the film's genres. */
export function motifFor({ title, genres }: { readonly title: string; readonly genres: readonly string[] }, dice: Dice): Motif {
  const words = title.toLowerCase()
  const named = byWord.filter(([word]) => word.test(words)).map(([, motif]) => motif)
  const known = genres.map(genreOf).filter((genre) => genre !== undefined)
  const ofGenre = dice.oneOf(byGenre[dice.oneOf([known[0] ?? 'other', ...known])] ?? [rings])
  const [first, ...more] = named
  return first === undefined ? ofGenre : dice.oneOf([first, ...more])
}
