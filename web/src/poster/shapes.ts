/** Where a motif may draw. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Ink = 'paper' | 'main' | 'second'

/** One thing that is printed: a path, filled with one ink (`evenodd`: what overlaps is left out). */
export interface Layer {
  readonly ink: Ink
  readonly path: string
}

export type Point = readonly [x: number, y: number]

const round = (value: number) => Math.round(value * 100) / 100

export function circle(x: number, y: number, r: number): string {
  return `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`
}

export function polygon(...points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`
}

export function ring(x: number, y: number, outer: number, inner: number): string {
  return circle(x, y, outer) + circle(x, y, inner)
}

/** A piece of a ring, or of a circle where `inner` is 0; angles in turns, clockwise from above. */
export function sector(x: number, y: number, outer: number, inner: number, from: number, to: number): string {
  const large = to - from > 0.5 ? 1 : 0
  const at = (radius: number, turn: number) => `${round(x + radius * Math.sin(turn * 2 * Math.PI))} ${round(y - radius * Math.cos(turn * 2 * Math.PI))}`
  const arc = (radius: number, turn: number, sweep: 0 | 1) => `A${round(radius)} ${round(radius)} 0 ${large} ${sweep} ${at(radius, turn)}`
  return inner === 0
    ? `M${round(x)} ${round(y)}L${at(outer, from)}${arc(outer, to, 1)}Z`
    : `M${at(outer, from)}${arc(outer, to, 1)}L${at(inner, to)}${arc(inner, from, 0)}Z`
}

/** The middle of a frame, and half of its smaller side. */
export function middleOf({ x, y, width, height }: Frame): { readonly x: number; readonly y: number; readonly r: number } {
  return { x: x + width / 2, y: y + height / 2, r: Math.min(width, height) / 2 }
}

export function turned([x, y]: Point, around: Point, turns: number): Point {
  const [sin, cos] = [Math.sin(turns * 2 * Math.PI), Math.cos(turns * 2 * Math.PI)]
  const [dx, dy] = [x - around[0], y - around[1]]
  return [around[0] + dx * cos - dy * sin, around[1] + dx * sin + dy * cos]
}
