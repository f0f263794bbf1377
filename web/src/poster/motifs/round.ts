import type { Dice } from '../random.js'
import { circle, middleOf, polygon, rectangle, ring, sector } from '../shapes.js'
import type { Frame, Layer, Point } from '../shapes.js'

export function rings(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const at: Point = [x + dice.between(-0.5, 0.5) * r, y + dice.between(-0.3, 0.3) * r]
  const count = dice.whole(4, 6)
  const step = (r * 1.9) / count
  const bands = Array.from({ length: count }, (_, index) => ring(...at, step * (index + 0.95), step * (index + 0.42)))
  return [
    { ink: 'main', path: bands.join('') },
    { ink: 'second', path: circle(...at, step * 0.42) },
  ]
}

export function spiral(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  // Far enough that no end is seen, whatever the frame.
  const turns = dice.between(4.6, 6)
  const reach = r * 2.2
  const way = dice.oneOf([1, -1])
  const from = dice.between(0, 1)
  const edge = (share: number, shift: number): Point => {
    const radius = reach * Math.max(0, share + shift)
    const angle = way * (from + share * turns) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  }
  const steps = Array.from({ length: 181 }, (_, index) => index / 180)
  const half = 0.26 / turns
  const ribbon = polygon(...steps.map((share) => edge(share, half)), ...steps.toReversed().map((share) => edge(share, -half)))
  return [
    { ink: 'main', path: ribbon },
    { ink: 'second', path: circle(x, y, r * 0.16) },
  ]
}

export function eye(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const wide = r * 1.16
  const high = wide * dice.between(0.95, 1.25)
  const lids = (scale: number) => `M${x - wide * scale} ${y}Q${x} ${y - high * scale} ${x + wide * scale} ${y}Q${x} ${y + high * scale} ${x - wide * scale} ${y}Z`
  const look = dice.between(-0.14, 0.14) * r
  const lashes = dice.whole(9, 15)
  const rays = Array.from({ length: lashes }, (_, index) => {
    const turn = -0.19 + (0.38 * index) / (lashes - 1)
    return sector(x, y + r * 0.35, r * 1.34, r * 1.02, turn - 0.006, turn + 0.006)
  })
  return [
    { ink: 'main', path: rays.join('') + lids(1) },
    { ink: 'paper', path: lids(0.86) },
    { ink: 'main', path: circle(x + look, y, high * 0.4) },
    { ink: 'second', path: circle(x + look, y, high * 0.24) },
    { ink: 'paper', path: circle(x + look + high * 0.1, y - high * 0.12, high * 0.07) },
  ]
}

export function sun(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const count = dice.oneOf([10, 12, 16, 20])
  const low = y + frame.height * dice.between(0.05, 0.3)
  const turn = dice.between(0, 1 / count)
  const rays = Array.from({ length: count }, (_, index) => sector(x, low, 320, r * 0.62, turn + index / count, turn + (index + 0.5) / count))
  return [
    { ink: 'main', path: rays.join('') },
    { ink: 'second', path: circle(x, low, r * 0.5) },
  ]
}

/** Two that meet, and what they share. */
export function pair(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const radius = r * dice.between(0.58, 0.7)
  const apart = radius * dice.between(0.5, 0.72)
  const tilt = dice.between(-0.35, 0.35) * radius
  const lens = (scale: number) => {
    const h = Math.sqrt(radius ** 2 - apart ** 2 - tilt ** 2) * scale
    const length = Math.hypot(apart, tilt)
    const [ux, uy] = [-tilt / length, apart / length]
    return `M${x + ux * h} ${y + uy * h}A${radius} ${radius} 0 0 1 ${x - ux * h} ${y - uy * h}A${radius} ${radius} 0 0 1 ${x + ux * h} ${y + uy * h}Z`
  }
  return [
    { ink: 'main', path: circle(x - apart, y - tilt, radius) },
    { ink: 'second', path: circle(x + apart, y + tilt, radius) },
    { ink: 'paper', path: lens(1) },
  ]
}

export function crescent(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const at: Point = [x + dice.between(-0.25, 0.25) * r, y - r * 0.25]
  const radius = r * dice.between(0.52, 0.66)
  const bite = dice.oneOf([1, -1]) * radius * 0.42
  const stars = Array.from({ length: dice.whole(7, 12) }, () => circle(dice.between(8, 192), frame.y + dice.between(0.04, 0.6) * frame.height, dice.between(0.9, 2.2)))
  const ground = frame.y + frame.height
  const ripples = Array.from({ length: 5 }, (_, index) => {
    const half = radius * (1.1 - index * 0.14) * dice.between(0.7, 1)
    return rectangle(at[0] - half, ground - 6 - index * 9, half * 2, 3.2)
  })
  return [
    { ink: 'second', path: stars.join('') + ripples.join('') },
    { ink: 'main', path: circle(...at, radius) },
    { ink: 'paper', path: circle(at[0] + bite, at[1] - radius * 0.12, radius * 0.82) },
  ]
}

export function target(frame: Frame, dice: Dice): Layer[] {
  const { x, y, r } = middleOf(frame)
  const turn = dice.between(0, 1)
  const wedge = dice.between(0.16, 0.28)
  return [
    { ink: 'main', path: sector(x, y, r * 0.94, 0, turn + wedge, turn + 1) },
    { ink: 'paper', path: circle(x, y, r * 0.5) },
    { ink: 'second', path: sector(x, y, 330, r * 0.16, turn + wedge * 0.12, turn + wedge * 0.88) + circle(x, y, r * 0.16) },
  ]
}
