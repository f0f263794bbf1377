import type { Cell } from './grid.js'

/** What a hand does on the grid; `move` is for fingers, which scroll with it. */
export type Tool = 'STANDARD' | 'PREMIUM' | 'ACCESSIBLE' | 'COMPANION' | 'gap' | 'move'

export const tools: readonly Tool[] = ['STANDARD', 'PREMIUM', 'ACCESSIBLE', 'COMPANION', 'gap', 'move']

/** Undefined: it paints nothing. */
export function cellOf(tool: Tool): Cell | undefined {
  if (tool === 'move') return undefined
  return tool === 'gap' ? null : tool
}

/** 1 to 4 are the kinds of seat, 0 and the keys that delete are none. */
export function toolOf(key: string): Tool | null {
  if (key === '0' || key === 'Delete' || key === 'Backspace') return 'gap'
  return /^[1-4]$/.test(key) ? (tools[Number(key) - 1] ?? null) : null
}
