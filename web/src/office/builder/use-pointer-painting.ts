import { useRef } from 'react'
import type { PointerEvent } from 'react'
import { lineBetween } from './grid.js'
import type { Cell, Spot } from './grid.js'
import { cellOf } from './tools.js'
import type { Tool } from './tools.js'

interface Stroke {
  readonly number: number
  readonly pointer: number
  readonly last: Spot
}

/** Paints where a mouse, a pen or a finger goes over the grid; what it presses first says whether it paints a heading's row or column. */
export function usePointerPainting(tool: Tool, paint: (spots: readonly Spot[], cell: Cell, stroke: number) => void) {
  const count = useRef(0)
  const stroke = useRef<Stroke | null>(null)
  const cell = cellOf(tool)

  function down(event: PointerEvent<SVGSVGElement>): void {
    const spot = spotUnder(event)
    if (spot === null || cell === undefined || event.button !== 0 || stroke.current !== null) return
    count.current += 1
    stroke.current = { number: count.current, pointer: event.pointerId, last: spot }
    event.currentTarget.setPointerCapture(event.pointerId)
    paint([spot], cell, count.current)
  }

  function move(event: PointerEvent<SVGSVGElement>): void {
    const { current: now } = stroke
    if (now === null || now.pointer !== event.pointerId || cell === undefined) return
    const spot = spotUnder(event)
    if (spot === null || (spot.row === now.last.row && spot.column === now.last.column)) return
    const isSameSort = (spot.row === -1) === (now.last.row === -1) && (spot.column === -1) === (now.last.column === -1)
    // From a place onto a heading would paint a whole row by accident.
    if (!isSameSort) return
    paint(lineBetween(now.last, spot), cell, now.number)
    stroke.current = { ...now, last: spot }
  }

  function end(event: PointerEvent<SVGSVGElement>): void {
    if (stroke.current?.pointer === event.pointerId) stroke.current = null
  }

  return { onPointerDown: down, onPointerMove: move, onPointerUp: end, onPointerCancel: end }
}

function spotUnder({ clientX, clientY }: PointerEvent): Spot | null {
  const at = document.elementFromPoint(clientX, clientY)?.closest('[data-at]')?.getAttribute('data-at')
  const [row, column] = at?.split(',').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}
