import { describe, expect, it } from 'vitest'
import { contrast } from '../style/contrast.js'
import { HEIGHT, WIDTH, drawPoster } from './draw-poster.js'
import { allPalettes } from './inks.js'
import { allMotifs } from './motifs/by-genre.js'
import { diceOf } from './random.js'

const titles = [
  'M', 'The Kid', 'Metropolis', 'Sunrise: A Song of Two Humans', 'The Cabinet of Dr. Caligari', 'Night of the Living Dead', '8½', 'Amélie', '千と千尋の神隠し',
  'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb', 'Donaudampfschifffahrtsgesellschaftskapitän', '  ', '12 Angry Men', 'Über den Dächern von Nizza',
]
const genres = [['Horror', 'Silent'], ['Comedy', 'Romance'], ['Film noir'], ['Something else'], []]
const all = titles.flatMap((title) => genres.map((each) => ({ title, genres: each })))

describe('a poster', () => {
  it('is the same each time, and another for another title', () => {
    expect(drawPoster({ title: 'Metropolis', genres: ['Drama'] })).toEqual(drawPoster({ title: 'Metropolis', genres: ['Drama'] }))
    const drawn = titles.map((title) => JSON.stringify(drawPoster({ title, genres: ['Drama'] }).layers))
    expect(new Set(drawn).size).toBe(titles.length)
  })

  it.each(all)('has every word of its title inside its margins, and a picture that leaves them room: $title, $genres', ({ title, genres: of }) => {
    const { title: lines, frame, layers } = drawPoster({ title, genres: of })

    expect(lines.map(({ text }) => text).join(' ')).toBe(title.trim().toLocaleUpperCase('en').split(/\s+/).join(' '))
    for (const { x, y, size, width } of lines) {
      expect(x).toBeGreaterThanOrEqual(8)
      expect(x + width).toBeLessThanOrEqual(WIDTH - 8)
      expect(y - size * 0.75).toBeGreaterThanOrEqual(8)
      expect(y).toBeLessThanOrEqual(HEIGHT - 8)
      expect(y <= frame.y || y - size * 0.75 >= frame.y + frame.height).toBe(true)
    }
    expect(frame.height).toBeGreaterThan(HEIGHT * 0.45)
    expect(layers.length).toBeGreaterThan(0)
  })

  it('sets its lines so that none overlaps the one above', () => {
    for (const { title: lines } of all.map(drawPoster)) {
      for (const [index, { y, size }] of lines.entries()) expect(y - size * 0.75).toBeGreaterThanOrEqual((lines[index - 1]?.y ?? 0) + 2)
    }
  })
})

describe('inks', () => {
  it.each(allPalettes)('the title reads well on $paper', ({ paper, title }) => {
    expect(contrast(title, paper)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(allPalettes)('$main and $second are seen on $paper and told apart', ({ paper, main, second }) => {
    expect(contrast(main, paper)).toBeGreaterThan(1.4)
    expect(contrast(second, paper)).toBeGreaterThan(1.2)
    expect(contrast(main, second)).toBeGreaterThan(1.3)
  })
})

describe.each(allMotifs.map((motif) => [motif.name, motif] as const))('the motif %s', (_, motif) => {
  it('draws proper paths in every frame and for every throw of the dice', () => {
    for (let seed = 0; seed < 25; seed++) {
      const frame = { x: 0, y: seed * 4, width: WIDTH, height: 190 + (seed % 3) * 25 }
      for (const { path } of motif(frame, diceOf(String(seed)))) {
        expect(path).toMatch(/^(?:M[-\d. ]+[\d.a-zA-Z -]*Z)*$/)
        expect(path).not.toMatch(/NaN|Infinity|undefined|e-/)
      }
    }
  })
})
