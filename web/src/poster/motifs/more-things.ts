import type { Dice } from '../random.js'
import { circle, middleOf, polygon, rectangle, ring, sector, turned } from '../shapes.js'
import type { Frame, Layer, Point } from '../shapes.js'

export function reel(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const at: Point = [x + dice.oneOf([-0.16, 0.16]) * r, y - r * 0.06]
  const turn = dice.between(0, 0.2)
  const holes = Array.from({ length: 5 }, (_, index) => circle(at[0] + r * 0.5 * Math.sin((turn + index / 5) * 2 * Math.PI), at[1] - r * 0.5 * Math.cos((turn + index / 5) * 2 * Math.PI), r * 0.21))
  const low = at[1] + r * 0.72
  const strip = rectangle(0, low, frame.width, r * 0.3)
  const perforations = Array.from({ length: 18 }, (_, index) => rectangle(4 + index * 11.4, low + r * 0.05, 6, 4) + rectangle(4 + index * 11.4, low + r * 0.25 - 4, 6, 4))
  return [
    { ink: 'second', path: strip },
    { ink: 'paper', path: perforations.join('') },
    { ink: 'main', path: circle(...at, r * 0.88) + holes.join('') + circle(...at, r * 0.09) },
  ]
}

export function umbrella(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const wide = r * 0.92
  const tilt = dice.between(-0.06, 0.06)
  const at = (dx: number, dy: number): string => turned([x + dx, y + dy], [x, y], tilt).map((value) => value.toFixed(1)).join(' ')
  const gore = (from: number, to: number) => `M${at(0, -wide * 0.86)}Q${at(from * wide * 0.9, -wide * 0.8)} ${at(from * wide, wide * 0.06)}Q${at(((from + to) / 2) * wide, -wide * 0.14)} ${at(to * wide, wide * 0.06)}Q${at(to * wide * 0.9, -wide * 0.8)} ${at(0, -wide * 0.86)}Z`
  const edges = [-1, -0.5, 0, 0.5, 1]
  const rain = Array.from({ length: 16 }, () => {
    const [left, top] = [dice.between(0, frame.width), frame.y + dice.between(0, 0.86) * frame.height]
    return polygon([left, top], [left + 1.8, top], [left - 2.2, top + 15], [left - 4, top + 15])
  })
  const point = (dx: number, dy: number): Point => turned([x + dx, y + dy], [x, y], tilt)
  return [
    { ink: 'second', path: rain.join('') },
    { ink: 'second', path: polygon(point(-2.4, -wide), point(2.4, -wide), point(2.4, wide * 0.74), point(-2.4, wide * 0.74)) },
    { ink: 'second', path: sector(...point(-9.6, wide * 0.74), 12, 7.2, 0.25 + tilt, 0.75 + tilt) },
    ...edges.slice(1).map((to, index): Layer => ({ ink: index % 2 === 0 ? 'main' : 'paper', path: gore(edges[index] ?? -1, to) })),
    ...edges.slice(1).filter((_, index) => index % 2 === 1).map((to): Layer => ({ ink: 'second', path: gore(to - 0.5, to) })),
  ]
}

export function glass(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const wide = r * dice.between(0.66, 0.78)
  const [rim, stem, foot] = [y - r * 0.56, y + r * 0.18, y + r * 0.88]
  const level = 0.3
  const side = dice.oneOf([1, -1])
  return [
    { ink: 'main', path: circle(x + side * r * 0.42, y - r * 0.5, r * 0.46) },
    { ink: 'second', path: polygon([x - wide, rim], [x + wide, rim], [x + 3, stem], [x + 3, foot - 6], [x - 3, foot - 6], [x - 3, stem]) },
    { ink: 'second', path: `M${x - wide * 0.6} ${foot}Q${x} ${foot - 14} ${x + wide * 0.6} ${foot}Z` },
    { ink: 'paper', path: polygon([x - wide * (1 - level), rim + (stem - rim) * level], [x + wide * (1 - level), rim + (stem - rim) * level], [x, stem - 7]) },
    { ink: 'main', path: circle(x - side * wide * 0.18, rim + (stem - rim) * 0.46, r * 0.1) },
    { ink: 'main', path: polygon([x - side * wide * 0.2, rim + (stem - rim) * 0.5], [x - side * wide * 0.16, rim + (stem - rim) * 0.5], [x + side * wide * 0.62, rim - r * 0.16], [x + side * wide * 0.58, rim - r * 0.2]) },
  ]
}

export function graves(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const stone = (x: number, wide: number, high: number, lean: number) => {
    const top = Array.from({ length: 13 }, (_, index): Point => [x - wide * Math.cos((Math.PI * index) / 12), bottom - high - wide * Math.sin((Math.PI * index) / 12)])
    const outline: readonly Point[] = [[x - wide, bottom], ...top, [x + wide, bottom]]
    return polygon(...outline.map((point) => turned(point, [x, bottom], lean)))
  }
  const moon: Point = [dice.between(60, 140), frame.y + frame.height * 0.34]
  const tree = dice.oneOf([18, 182])
  const branches = Array.from({ length: 6 }, (_, index) => {
    const y = bottom - frame.height * (0.34 + index * 0.095)
    const way = index % 2 === 0 ? 1 : -1
    return polygon([tree, y], [tree, y - 5], [tree + way * dice.between(20, 40), y - dice.between(16, 30)])
  })
  return [
    { ink: 'second', path: circle(...moon, frame.height * 0.24) },
    { ink: 'main', path: polygon([tree - 6, bottom], [tree - 1.2, frame.y + 8], [tree + 1.2, frame.y + 8], [tree + 6, bottom]) },
    ...branches.map((path): Layer => ({ ink: 'main', path })),
    ...[[52, 15, 44, -0.012], [96, 19, 60, 0.016], [142, 14, 38, 0.03]].map(([x = 0, wide = 0, high = 0, lean = 0]): Layer => ({ ink: 'main', path: stone(x, wide, high, lean) })),
    { ink: 'paper', path: rectangle(93.6, bottom - 62, 4.8, 28) },
    { ink: 'paper', path: rectangle(86, bottom - 54, 20, 4.8) },
    { ink: 'main', path: `M0 ${bottom}V${bottom - 8}Q100 ${bottom - 24} 200 ${bottom - 6}V${bottom}Z` },
  ]
}

export function ship(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const sea = bottom - frame.height * 0.2
  const { x, r } = middleOf(frame)
  const way = dice.oneOf([1, -1])
  const at = (dx: number, y: number): Point => [x + way * dx, y]
  const funnels = [-0.34, 0, 0.34].map((dx) => polygon(at(r * dx - 9, sea - r * 0.5), at(r * dx - 7, sea - r * 1.06), at(r * dx + 7, sea - r * 1.06), at(r * dx + 9, sea - r * 0.5)))
  const smoke = Array.from({ length: 4 }, (_, index) => circle(x - way * (r * 0.1 + index * r * 0.32), sea - r * (1.18 + index * 0.1), r * (0.13 + index * 0.045)))
  const swell = Array.from({ length: 3 }, (_, row) => {
    const y = sea + 8 + row * 13
    return Array.from({ length: 6 }, (_wave, index) => `M${index * 40 - row * 13} ${y}q10 -7 20 0t20 0v3.4q-10 7 -20 0t-20 0Z`).join('')
  })
  return [
    ...smoke.map((path): Layer => ({ ink: 'second', path })),
    { ink: 'second', path: funnels.join('') },
    { ink: 'main', path: polygon(at(-r * 0.62, sea - r * 0.36), at(-r * 0.54, sea - r * 0.58), at(r * 0.5, sea - r * 0.58), at(r * 0.58, sea - r * 0.36)) },
    { ink: 'main', path: polygon(at(-r * 1.02, sea - r * 0.38), at(r * 1.16, sea - r * 0.46), at(r * 0.86, sea + 6), at(-r * 0.84, sea + 6)) },
    { ink: 'main', path: rectangle(0, sea + 4, frame.width, bottom - sea) },
    { ink: 'paper', path: swell.join('') },
    { ink: 'paper', path: [-0.6, -0.3, 0, 0.3, 0.6].map((dx) => circle(x + r * dx, sea - r * 0.2, 3.4)).join('') },
  ]
}

export function flower(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const { x, y, r } = middleOf(frame)
  const petals = dice.whole(6, 9)
  const at: Point = [x, y - r * 0.24]
  const petal = (index: number) => {
    const around = (dx: number, dy: number) => turned([at[0] + dx, at[1] + dy], at, index / petals).map((value) => value.toFixed(1)).join(' ')
    return `M${around(0, 0)}C${around(-r * 0.36, -r * 0.3)} ${around(-r * 0.24, -r * 0.74)} ${around(0, -r * 0.74)}C${around(r * 0.24, -r * 0.74)} ${around(r * 0.36, -r * 0.3)} ${around(0, 0)}Z`
  }
  const leaf = (way: 1 | -1, low: number) => `M${x} ${low}C${x + way * r * 0.2} ${low - r * 0.42} ${x + way * r * 0.7} ${low - r * 0.42} ${x + way * r * 0.86} ${low - r * 0.3}C${x + way * r * 0.6} ${low} ${x + way * r * 0.3} ${low + r * 0.06} ${x} ${low}Z`
  return [
    { ink: 'second', path: rectangle(x - 3, at[1], 6, bottom - at[1]) },
    { ink: 'second', path: leaf(1, bottom - r * 0.1) },
    { ink: 'second', path: leaf(-1, bottom - r * 0.22) },
    ...Array.from({ length: petals }, (_, index): Layer => ({ ink: 'main', path: petal(index) })),
    { ink: 'paper', path: ring(...at, r * 0.26, r * 0.2) },
    { ink: 'second', path: circle(...at, r * 0.2) },
  ]
}

export function magnifier(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const side = dice.oneOf([1, -1])
  const at: Point = [x - side * r * 0.18, y - r * 0.2]
  const handle = turned([at[0], at[1] + r * 0.62], at, side * -0.125)
  const end = turned([at[0], at[1] + r * 1.5], at, side * -0.125)
  const across = (point: Point, half: number): [Point, Point] => {
    const [dx, dy] = [(end[1] - handle[1]) / Math.hypot(end[0] - handle[0], end[1] - handle[1]), -(end[0] - handle[0]) / Math.hypot(end[0] - handle[0], end[1] - handle[1])]
    return [[point[0] + dx * half, point[1] + dy * half], [point[0] - dx * half, point[1] - dy * half]]
  }
  const [a, b] = across(handle, 7)
  const [c, d] = across(end, 10)
  const print = [0.1, 0.2, 0.3, 0.4, 0.5].map((radius, index) => sector(...at, r * radius + 3, r * radius, 0.06 * index - 0.32, 0.36 - 0.05 * index))
  return [
    { ink: 'second', path: polygon(a, b, d, c) },
    { ink: 'second', path: circle(...at, r * 0.74) },
    { ink: 'main', path: circle(...at, r * 0.6) },
    { ink: 'paper', path: print.join('') },
  ]
}

export function mask(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const half = dice.chance(0.5)
  const face = `M${x - r * 0.62} ${y - r * 0.7}Q${x} ${y - r * 1.02} ${x + r * 0.62} ${y - r * 0.7}C${x + r * 0.74} ${y} ${x + r * 0.4} ${y + r * 0.8} ${x} ${y + r * 0.94}C${x - r * 0.4} ${y + r * 0.8} ${x - r * 0.74} ${y} ${x - r * 0.62} ${y - r * 0.7}Z`
  const right = `M${x} ${y - r * 0.862}Q${x + r * 0.34} ${y - r * 0.84} ${x + r * 0.62} ${y - r * 0.7}C${x + r * 0.74} ${y} ${x + r * 0.4} ${y + r * 0.8} ${x} ${y + r * 0.94}Z`
  const eyeAt = (way: number) => `M${x + way * r * 0.12} ${y - r * 0.16}Q${x + way * r * 0.3} ${y - r * 0.4} ${x + way * r * 0.5} ${y - r * 0.2}Q${x + way * r * 0.3} ${y - r * 0.06} ${x + way * r * 0.12} ${y - r * 0.16}Z`
  const mouth = `M${x - r * 0.3} ${y + r * 0.42}Q${x} ${y + r * (half ? 0.28 : 0.66)} ${x + r * 0.3} ${y + r * 0.42}Q${x} ${y + r * (half ? 0.44 : 0.5)} ${x - r * 0.3} ${y + r * 0.42}Z`
  return [
    { ink: 'main', path: face },
    { ink: 'second', path: right },
    { ink: 'paper', path: eyeAt(-1) },
    { ink: 'paper', path: eyeAt(1) },
    { ink: 'paper', path: mouth },
  ]
}

/** A road at night, and what comes along it. */
export function road(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const horizon = frame.y + frame.height * 0.42
  const to = dice.between(70, 130)
  const at = (share: number, side: number): Point => [to + (100 - to) * share + side * 5 * share, horizon + (bottom - horizon) * share]
  const dashes = Array.from({ length: 7 }, (_, index) => {
    const [near, far] = [((index + 0.62) / 7) ** 2, (index / 7) ** 2]
    return polygon(at(far, -1), at(far, 1), at(near, 1), at(near, -1))
  })
  const lights = horizon + frame.height * 0.13
  return [
    { ink: 'second', path: circle(to, horizon - frame.height * 0.02, frame.height * 0.26) },
    { ink: 'main', path: rectangle(0, horizon, frame.width, bottom - horizon) },
    { ink: 'paper', path: polygon([to - 2, horizon], [to + 2, horizon], [176, bottom], [24, bottom]) },
    { ink: 'main', path: dashes.join('') },
    { ink: 'second', path: circle(to + 11, lights, 5) },
    { ink: 'second', path: circle(to + 25, lights, 5) },
  ]
}

export function burst(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const star = (outer: number, inner: number, points: number, turn: number) =>
    polygon(...Array.from({ length: points * 2 }, (_, index) => turned([x, y - (index % 2 === 0 ? outer : inner)], [x, y], turn + index / points / 2)))
  const points = dice.whole(11, 15)
  const turn = dice.between(0, 0.1)
  return [
    { ink: 'main', path: star(r * 1.3, r * 0.82, points, turn) },
    { ink: 'second', path: star(r * 0.84, r * 0.52, points, turn + 0.02) },
    { ink: 'paper', path: circle(x, y, r * 0.36) },
  ]
}
