/** A sign per status: nobody should need colours to tell them apart. */
const signs = { AVAILABLE: '·', LOCKED: '◐', RESERVED: '■', BLOCKED: '×' }

/** A seat map as lines of text, the screen above. Each row is drawn where its seats are: x to the right, y away from the screen. */
export function drawSeats(tickets) {
  if (tickets.length === 0) return []
  const xs = tickets.map(({ seat }) => seat.x)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const width = Math.round(right - left) * 2 + 1
  const rows = new Map()
  for (const ticket of tickets) rows.set(ticket.seat.y, [...(rows.get(ticket.seat.y) ?? []), ticket])
  const drawn = [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([, inRow]) => {
      const line = Array.from({ length: width }, () => ' ')
      for (const { seat, status } of inRow) line[Math.round((seat.x - left) * 2)] = signs[status]
      return `${(inRow[0]?.seat.row ?? '').padStart(3)}  ${line.join('')}`
    })
  const screen = `     ${'screen'.padStart(Math.ceil((width + 6) / 2), '─').padEnd(width, '─')}`
  const key = Object.entries(signs).map(([status, sign]) => `${sign} ${status.toLowerCase()}`).join('   ')
  return ['', screen, '', ...drawn, '', `     ${key}`]
}
