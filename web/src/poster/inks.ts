import { genreOf } from './genres.js'
import type { Dice } from './random.js'

/** What a poster is printed with: the paper, a main and a second ink, and the ink of the title on its paper. */
export interface Inks {
  readonly paper: string
  readonly main: string
  readonly second: string
  readonly title: string
}

type Palette = readonly [paper: string, main: string, second: string, title: string]
type Palettes = readonly [Palette, ...Palette[]]

/** Each palette's title reads at least 4.5 to 1 on its paper; poster.spec.ts holds that. */
const palettes: Readonly<Record<string, Palettes>> = {
  horror: [
    ['#16110f', '#cf3a22', '#e8dcc2', '#e8dcc2'],
    ['#e9dec4', '#1a1412', '#b82e1e', '#1a1412'],
    ['#24352b', '#d9e07a', '#0e1511', '#e9ecc0'],
    ['#7d1f18', '#150e0c', '#f0dfbf', '#f0dfbf'],
  ],
  comedy: [
    ['#f3b93c', '#cf3d28', '#2a211c', '#2a211c'],
    ['#f6e6c2', '#dd5a2c', '#1d6670', '#1f2c2e'],
    ['#e8683f', '#fbe4b4', '#261c19', '#261c19'],
    ['#24696a', '#f5c64f', '#f8efd8', '#fbf3df'],
  ],
  drama: [
    ['#21364a', '#e2a640', '#efe4cf', '#efe4cf'],
    ['#efe3cb', '#93301f', '#25374a', '#25374a'],
    ['#6b2a27', '#edc99c', '#1c1514', '#f6e3c8'],
    ['#c9b48a', '#3a2a20', '#8e3b23', '#2a1d15'],
  ],
  romance: [
    ['#f4d9cb', '#b7344b', '#3c2442', '#3c2442'],
    ['#8a2340', '#f5c6b4', '#2a121f', '#fbe6dc'],
    ['#2d2a4a', '#e98a76', '#f4dcc8', '#f4dcc8'],
  ],
  'science fiction': [
    ['#12272f', '#f0803a', '#7cc2bb', '#f3e6cf'],
    ['#dfe5d9', '#d34d26', '#133b47', '#133b47'],
    ['#d9a441', '#14232b', '#b5402a', '#14232b'],
  ],
  noir: [
    ['#18191c', '#efe2b8', '#7f868d', '#efe2b8'],
    ['#eee1bb', '#191a1c', '#a8372a', '#191a1c'],
    ['#39424b', '#f1d9a0', '#0f1113', '#f6e8c6'],
  ],
  mystery: [
    ['#1c3c36', '#efd04a', '#0d1917', '#f4e6ad'],
    ['#efcf52', '#18211e', '#b23a2c', '#18211e'],
    ['#3d2b4f', '#e9b44c', '#140d1c', '#f3e0b8'],
  ],
  documentary: [
    ['#eae0c9', '#cf3a24', '#1b1b1b', '#1b1b1b'],
    ['#1d4c84', '#f1e7ce', '#e8653a', '#f6eeda'],
  ],
  adventure: [
    ['#e9d7ab', '#2c674f', '#c4522b', '#233b30'],
    ['#1e4b4a', '#f1bf4f', '#efe3cc', '#f6ecd6'],
    ['#dfe7e6', '#1f4e6b', '#d9662c', '#17374c'],
  ],
  action: [
    ['#dd5632', '#191411', '#f4deaf', '#191411'],
    ['#191411', '#e7522f', '#f4deaf', '#f4deaf'],
  ],
  history: [
    ['#d8c29a', '#7a2a1f', '#2a2018', '#2a2018'],
    ['#33261d', '#d69d45', '#ecdfc6', '#ecdfc6'],
  ],
  other: [
    ['#e9dfc8', '#34506b', '#b4502f', '#22364a'],
    ['#34423a', '#e2b65a', '#ece2cb', '#ece2cb'],
  ],
}

/** Two inks and a paper, by one of the film's genres. */
export function inksFor(genres: readonly string[], dice: Dice): Inks {
  const known = genres.map(genreOf).filter((genre) => genre !== undefined)
  const genre = dice.oneOf([known[0] ?? 'other', ...known])
  const [paper, main, second, title] = dice.oneOf(palettes[genre] ?? [['#e9dfc8', '#34506b', '#b4502f', '#22364a']])
  return { paper, main, second, title }
}

export const allPalettes: readonly Inks[] = Object.values(palettes)
  .flat()
  .map(([paper, main, second, title]) => ({ paper, main, second, title }))
