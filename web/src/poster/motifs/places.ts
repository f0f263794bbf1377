import type { Dice } from '../random.js'
import { circle, middleOf, polygon, rectangle } from '../shapes.js'
import type { Frame, Layer, Point } from '../shapes.js'

export function stairs(frame: Frame, dice: Dice): Layer[] {
  const steps = dice.whole(5, 8)
  const bottom = frame.y + frame.height
  const up = dice.oneOf([true, false])
  const [rise, run] = [(frame.height * 0.82) / steps, frame.width / steps]
  const points: Point[] = [[0, bottom]]
  for (let step = 0; step < steps; step++) {
    const top = bottom - rise * (step + 1)
    points.push([run * step, top], [run * (step + 1), top])
  }
  points.push([frame.width, bottom])
  const flip = ([x, y]: Point): Point => [up ? x : frame.width - x, y]
  const [lampX, lampY] = flip([frame.width * 0.24, frame.y + frame.height * 0.2])
  const shadow = Array.from({ length: steps }, (_, step) => {
    const [x, y] = [run * step, bottom - rise * (step + 1)]
    return polygon(flip([x, y]), flip([x + run * 0.34, y]), flip([x + run * 0.34, bottom]), flip([x, bottom]))
  })
  return [
    { ink: 'second', path: circle(lampX, lampY, frame.height * 0.13) },
    { ink: 'main', path: polygon(...points.map(flip)) },
    { ink: 'paper', path: shadow.map((path, index) => (index % 2 === 0 ? path : '')).join('') },
  ]
}

export function peaks(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const range = (low: number, high: number, count: number): string => {
    const points: Point[] = [[0, bottom]]
    for (let index = 0; index <= count * 2; index++) {
      const x = (frame.width * index) / (count * 2)
      points.push([x, bottom - frame.height * (index % 2 === 1 ? dice.between(high * 0.8, high) : dice.between(low * 0.7, low))])
    }
    return polygon(...points, [frame.width, bottom])
  }
  const sunAt = dice.between(0.25, 0.75)
  return [
    { ink: 'second', path: circle(frame.width * sunAt, frame.y + frame.height * 0.36, frame.height * 0.2) },
    { ink: 'main', path: range(0.34, 0.78, dice.whole(2, 3)) },
    { ink: 'paper', path: range(0.2, 0.4, dice.whole(3, 4)) },
    { ink: 'second', path: range(0.06, 0.2, dice.whole(4, 6)) },
  ]
}

export function waves(frame: Frame, dice: Dice): Layer[] {
  const rows = dice.whole(5, 7)
  const [length, high] = [frame.width / dice.oneOf([2, 2.5, 3]), frame.height * 0.055]
  const wave = (y: number, shift: number) => {
    let path = `M${-shift} ${y}`
    for (let x = -shift; x < frame.width; x += length) path += `q${length / 4} ${-high * 2} ${length / 2} 0t${length / 2} 0`
    return `${path}V${frame.y + frame.height + 1}H${-shift}Z`
  }
  const sea = Array.from({ length: rows }, (_, row): Layer => ({
    ink: (['main', 'paper'] as const)[row % 2] ?? 'main',
    path: wave(frame.y + frame.height * (0.5 + (0.46 * row) / rows), dice.between(0, length)),
  }))
  const at = dice.between(0.3, 0.7) * frame.width
  return [{ ink: 'second', path: circle(at, frame.y + frame.height * 0.42, frame.height * 0.26) }, ...sea]
}

export function skyline(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const towers: string[] = []
  const lights: string[] = []
  let x = -4
  while (x < frame.width) {
    const wide = dice.between(15, 34)
    const nearness = 1 - Math.abs(x + wide / 2 - frame.width / 2) / frame.width
    const high = frame.height * dice.between(0.26, 0.5) * (0.7 + nearness * 0.85)
    const top = bottom - high
    const inset = wide * 0.22
    towers.push(rectangle(x, top, wide, high), polygon([x + inset, top + 0.2], [x + wide / 2, top - dice.between(4, 26)], [x + wide - inset, top + 0.2]))
    for (let y = top + 6; y < bottom - 8; y += 9) {
      for (let window = x + 4; window < x + wide - 5; window += 7) if (dice.chance(0.42)) lights.push(rectangle(window, y, 3.4, 4.6))
    }
    x += wide + dice.oneOf([1.5, 1.5, 7])
  }
  const beam = dice.between(0.3, 0.7) * frame.width
  return [
    { ink: 'second', path: circle(beam, frame.y + frame.height * 0.4, frame.height * 0.27) },
    { ink: 'main', path: towers.join('') },
    { ink: 'paper', path: lights.join('') },
  ]
}

/** A road or a railway to the horizon. */
export function rails(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const horizon = frame.y + frame.height * dice.between(0.28, 0.38)
  const vanishing = frame.width * dice.between(0.38, 0.62)
  const track = (from: number, to: number) => polygon([vanishing - 0.4, horizon], [vanishing + 0.4, horizon], [to, bottom], [from, bottom])
  const sleepers = Array.from({ length: 11 }, (_, index) => {
    const near = ((index + 1) / 11) ** 2.2
    const y = horizon + (bottom - horizon) * near
    const half = 92 * near
    const centre = vanishing + (frame.width / 2 - vanishing) * near
    return rectangle(centre - half, y - 7 * near, half * 2, 7.4 * near)
  })
  return [
    { ink: 'second', path: circle(vanishing, horizon, frame.height * 0.24) },
    { ink: 'paper', path: rectangle(0, horizon, frame.width, bottom - horizon) },
    { ink: 'main', path: sleepers.join('') },
    { ink: 'main', path: track(20, 42) + track(158, 180) },
    { ink: 'main', path: rectangle(0, horizon - 1.2, frame.width, 2.4) },
  ]
}

export function house(frame: Frame, dice: Dice): Layer[] {
  const bottom = frame.y + frame.height
  const { x, r } = middleOf(frame)
  const wide = r * dice.between(0.62, 0.78)
  const eaves = bottom - frame.height * 0.42
  const ridge = bottom - frame.height * dice.between(0.72, 0.84)
  const side = dice.oneOf([1, -1])
  const tower = x + side * wide * 0.62
  const windows = [-0.55, 0, 0.55].map((at) => rectangle(x + at * wide - 6, eaves + 12, 12, 17))
  const lit = dice.whole(0, 2)
  const hill = `M0 ${bottom}V${bottom - 14}Q${x} ${bottom - 46} ${frame.width} ${bottom - 10}V${bottom}Z`
  return [
    { ink: 'second', path: circle(x - side * wide * 0.9, frame.y + frame.height * 0.3, r * 0.36) },
    { ink: 'main', path: hill },
    { ink: 'main', path: polygon([tower - 15, bottom - 12], [tower - 15, ridge], [tower, ridge - frame.height * 0.2], [tower + 15, ridge], [tower + 15, bottom - 12]) },
    { ink: 'main', path: polygon([x - wide, bottom - 10], [x - wide, eaves], [x, ridge], [x + wide, eaves], [x + wide, bottom - 10]) },
    { ink: 'paper', path: windows.filter((_, index) => index !== lit).join('') },
    { ink: 'second', path: windows[lit] ?? '' },
  ]
}

export function columns(frame: Frame, dice: Dice): Layer[] {
  const count = dice.whole(4, 6)
  const bottom = frame.y + frame.height
  const step = 168 / count
  const top = frame.y + frame.height * 0.34
  const shafts = Array.from({ length: count }, (_, index) => {
    const x = 16 + step * (index + 0.5)
    return rectangle(x - step * 0.27, top + 12, step * 0.54, bottom - top - 12) + rectangle(x - step * 0.37, top + 5, step * 0.74, 5)
  })
  return [
    { ink: 'second', path: circle(100, top - 16, frame.height * 0.17) },
    { ink: 'main', path: polygon([8, top - 3], [100, frame.y + frame.height * 0.12], [192, top - 3]) + rectangle(8, top - 1, 184, 4) + shafts.join('') },
    { ink: 'paper', path: circle(100, top - frame.height * 0.075, frame.height * 0.045) },
  ]
}
