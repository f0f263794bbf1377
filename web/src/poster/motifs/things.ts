import type { Dice } from '../random.js'
import { circle, middleOf, polygon, rectangle, ring, sector, turned } from '../shapes.js'
import type { Frame, Layer, Point } from '../shapes.js'

export function keyhole(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const head = r * dice.between(0.3, 0.38)
  const top = y - r * 0.28
  const hole = (grow: number) => circle(x, top, head + grow) + polygon([x - head * 0.42 - grow, top], [x + head * 0.42 + grow, top], [x + head * 0.95 + grow, y + r * 0.82 + grow], [x - head * 0.95 - grow, y + r * 0.82 + grow])
  return [
    { ink: 'main', path: rectangle(x - r * 0.86, y - r * 0.98, r * 1.72, r * 1.96) },
    { ink: 'paper', path: circle(x - r * 0.74, y - r * 0.86, 3) + circle(x + r * 0.74, y - r * 0.86, 3) + circle(x - r * 0.74, y + r * 0.86, 3) + circle(x + r * 0.74, y + r * 0.86, 3) },
    ...solid('second', hole(r * 0.09)),
    ...solid('paper', hole(0)),
  ]
}

/** Parts that overlap, each printed by itself, so that none takes a hole out of another. */
function solid(ink: Layer['ink'], path: string): Layer[] {
  return path.split('Z').filter((part) => part !== '').map((part) => ({ ink, path: `${part}Z` }))
}

export function clock(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const face = r * 0.9
  const minute = dice.between(0, 1)
  const hour = dice.between(0, 1)
  const hand = (turn: number, long: number, half: number) =>
    polygon(...([[x - half, y + face * 0.12], [x + half, y + face * 0.12], [x + half * 0.4, y - long], [x - half * 0.4, y - long]] as const).map((point) => turned(point, [x, y], turn)))
  const marks = Array.from({ length: 12 }, (_, index) => {
    const long = index % 3 === 0 ? 0.72 : 0.8
    return sector(x, y, face * 0.9, face * long, index / 12 - 0.008, index / 12 + 0.008)
  })
  return [
    { ink: 'main', path: circle(x, y, face) },
    { ink: 'paper', path: marks.join('') },
    { ink: 'second', path: hand(hour, face * 0.5, face * 0.075) },
    { ink: 'paper', path: hand(minute, face * 0.78, face * 0.05) },
    { ink: 'second', path: circle(x, y, face * 0.085) },
  ]
}

function wheel(x: number, y: number, r: number, cogs: number, turn: number): string[] {
  const around = Array.from({ length: cogs }, (_, index) => sector(x, y, r, r * 0.6, turn + (index - 0.24) / cogs, turn + (index + 0.24) / cogs))
  return [...around, ring(x, y, r * 0.82, r * 0.42)]
}

export function gear(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const cogs = dice.whole(10, 14)
  const side = dice.oneOf([1, -1])
  const large: [number, number, number] = [x - side * r * 0.36, y - r * 0.18, r * 0.84]
  const small: [number, number, number] = [x + side * r * 0.68, y + r * 0.66, r * 0.5]
  return [
    ...wheel(...small, Math.round(cogs * 0.6), 0.02).map((path): Layer => ({ ink: 'second', path })),
    ...wheel(...large, cogs, dice.between(0, 0.1)).map((path): Layer => ({ ink: 'main', path })),
    { ink: 'second', path: circle(large[0], large[1], r * 0.16) },
  ]
}

export function hat(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const crown = r * dice.between(0.52, 0.6)
  const brim = y + r * dice.between(-0.06, 0.08)
  const tilt = dice.between(-0.045, 0.045)
  const at = (point: Point): Point => turned(point, [x, brim], tilt)
  const box = (left: number, top: number, wide: number, high: number) => polygon(at([left, top]), at([left + wide, top]), at([left + wide, top + high]), at([left, top + high]))
  const dome = Array.from({ length: 25 }, (_, index): Point => {
    const angle = Math.PI * (index / 24)
    return at([x - crown * Math.cos(angle), brim - r * 0.16 - crown * 0.92 * Math.sin(angle)])
  })
  const low = brim + r * 0.5
  const moustache = `M${x} ${low}C${x - r * 0.1} ${low - r * 0.2} ${x - r * 0.42} ${low - r * 0.12} ${x - r * 0.52} ${low + r * 0.1}C${x - r * 0.34} ${low + r * 0.04} ${x - r * 0.14} ${low + r * 0.22} ${x} ${low + r * 0.08}C${x + r * 0.14} ${low + r * 0.22} ${x + r * 0.34} ${low + r * 0.04} ${x + r * 0.52} ${low + r * 0.1}C${x + r * 0.42} ${low - r * 0.12} ${x + r * 0.1} ${low - r * 0.2} ${x} ${low}Z`
  return [
    { ink: 'main', path: circle(x, y + r * 0.1, r * 0.98) },
    { ink: 'second', path: polygon(...dome, at([x + crown, brim]), at([x - crown, brim])) },
    { ink: 'paper', path: box(x - crown, brim - r * 0.2, crown * 2, r * 0.12) },
    { ink: 'second', path: box(x - crown * 1.5, brim - r * 0.05, crown * 3, r * 0.11) },
    { ink: 'second', path: moustache },
  ]
}

export function lamp(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const at = frame.width * dice.between(0.34, 0.66)
  const top = frame.y + frame.height * 0.2
  const spread = dice.between(52, 72)
  const figure = at + dice.oneOf([1, -1]) * spread * 0.42
  const tall = frame.height * 0.25
  return [
    { ink: 'main', path: polygon([at - 7, top], [at + 7, top], [at + spread, bottom], [at - spread, bottom]) },
    { ink: 'second', path: rectangle(at - 2, top - 8, 4, frame.height) },
    { ink: 'second', path: polygon([at - 13, top], [at + 13, top], [at + 7, top - 13], [at - 7, top - 13]) },
    { ink: 'paper', path: circle(figure, bottom - tall, 6.4) },
    { ink: 'paper', path: rectangle(figure - 11, bottom - tall - 5.6, 22, 2.6) },
    { ink: 'paper', path: polygon([figure - 7, bottom - tall - 5], [figure + 7, bottom - tall - 5], [figure + 6, bottom - tall - 12], [figure - 6, bottom - tall - 12]) },
    { ink: 'paper', path: polygon([figure - 5, bottom - tall + 4], [figure + 5, bottom - tall + 4], [figure + 14, bottom], [figure - 14, bottom]) },
  ]
}

export function blinds(frame: Frame, dice: Dice): Layer[] {
  const slats = dice.whole(8, 11)
  const step = frame.height / slats
  const slant = dice.between(-16, 16)
  const { x, y, r } = middleOf(frame)
  const slots = Array.from({ length: slats + 4 }, (_, index) => {
    const top = frame.y + step * (index - 2)
    return polygon([0, top + slant], [frame.width, top - slant], [frame.width, top - slant + step * 0.5], [0, top + slant + step * 0.5])
  })
  const at = x + dice.between(-0.3, 0.3) * r
  return [
    { ink: 'main', path: rectangle(0, frame.y, frame.width, frame.height) },
    { ink: 'second', path: circle(at, y - r * 0.12, r * 0.36) },
    { ink: 'second', path: `M${at - r * 0.78} ${frame.y + frame.height}C${at - r * 0.7} ${y + r * 0.2} ${at + r * 0.7} ${y + r * 0.2} ${at + r * 0.78} ${frame.y + frame.height}Z` },
    { ink: 'paper', path: slots.join('') },
  ]
}

export function teeth(frame: Frame, dice: Dice): Layer[] {
  const count = dice.whole(5, 8)
  const step = frame.width / count
  const bottom = frame.y + frame.height
  const row = (base: number, way: 1 | -1, shift: number) =>
    Array.from({ length: count + 1 }, (_, index) => {
      const x = step * (index - shift)
      const long = frame.height * dice.between(0.24, 0.4)
      return polygon([x, base], [x + step, base], [x + step / 2 + dice.between(-3, 3), base + way * long])
    }).join('')
  const { x, y, r } = middleOf(frame)
  return [
    { ink: 'second', path: circle(x, y, r * 0.32) },
    { ink: 'main', path: row(frame.y, 1, 0) },
    { ink: 'main', path: row(bottom, -1, 0.5) },
  ]
}

export function curtain(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const open = dice.between(0.5, 0.62)
  const drape = (way: 1 | -1, share: number) => {
    const edge = way === 1 ? 0 : frame.width
    const [top, low] = [100 * share, 100 * (1 - open) * share]
    return `M${edge} ${frame.y}h${way * top}C${edge + way * top} ${frame.y + frame.height * 0.45} ${edge + way * low} ${frame.y + frame.height * 0.5} ${edge + way * low} ${bottom}H${edge}Z`
  }
  const folds = [1, 0.8, 0.6, 0.4, 0.2].flatMap((share, index): Layer[] =>
    ([1, -1] as const).flatMap((way): Layer[] => [
      { ink: 'main', path: drape(way, share) },
      ...(index < 4 ? [{ ink: 'paper', path: drape(way, share - 0.2 + 0.035) } as const] : []),
    ]),
  )
  const scallops = Array.from({ length: 5 }, (_, index) => circle(20 + index * 40, frame.y + 10, 21)).map((path): Layer => ({ ink: 'main', path }))
  const trim = Array.from({ length: 5 }, (_, index) => circle(20 + index * 40, frame.y + 10, 15)).map((path): Layer => ({ ink: 'second', path }))
  return [{ ink: 'second', path: circle(100, frame.y + frame.height * 0.66, frame.height * 0.24) }, ...folds, ...scallops, ...trim]
}

export function checks(frame: Frame, dice: Dice): Layer[] {
  const size = dice.oneOf([22, 26, 30])
  const turn = dice.between(-0.06, 0.06)
  const { x, y, r } = middleOf(frame)
  const squares: string[] = []
  for (let row = -8; row < 8; row++) {
    for (let column = -8; column < 8; column++) {
      if ((row + column) % 2 !== 0) continue
      const corners = ([[0, 0], [1, 0], [1, 1], [0, 1]] as const).map(([dx, dy]): Point => turned([x + (column + dx) * size, y + (row + dy) * size], [x, y], turn))
      squares.push(polygon(...corners))
    }
  }
  return [
    { ink: 'main', path: squares.join('') },
    { ink: 'second', path: circle(x + dice.between(-0.3, 0.3) * r, y + dice.between(-0.2, 0.2) * r, r * 0.62) },
  ]
}

/** Bars and a disc, as posters of the twenties had them. */
export function constructed(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const turn = dice.oneOf([0.09, -0.09, 0.125, -0.125])
  const bar = (offset: number, half: number) => polygon(...([[x - 260, y + offset - half], [x + 260, y + offset - half], [x + 260, y + offset + half], [x - 260, y + offset + half]] as const).map((point) => turned(point, [x, y], turn)))
  return [
    { ink: 'main', path: circle(x - r * 0.28, y - r * 0.12, r * 0.66) },
    { ink: 'second', path: bar(r * 0.5, r * 0.13) + bar(r * 0.14, r * 0.05) + bar(r * 0.82, r * 0.05) },
    { ink: 'paper', path: circle(x - r * 0.28, y - r * 0.12, r * 0.2) },
    { ink: 'second', path: circle(x + r * 0.72, y - r * 0.66, r * 0.16) },
  ]
}
