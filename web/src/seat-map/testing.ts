import type { LiveSeatMap, LiveTicket } from '@mov-ticket/sdk'

export function ticket(row: string, number: number, x: number, y: number, status: LiveTicket['status'] = 'AVAILABLE', kind: LiveTicket['seat']['kind'] = 'STANDARD'): LiveTicket {
  const label = `${row}${number}`
  return { id: label, status, version: 1, lockedUntil: null, price: { amount: 1450, currency: 'EUR' }, seat: { label, row, number, kind, x, y } }
}

/** Rows from the screen away, as `A: 12 xx3`: any figure is a free seat, `x` a sold one, a space an aisle. Ids are labels. */
export function tickets(rows: readonly string[]): LiveTicket[] {
  const names = rows.map((row) => row.slice(0, 1)).toSorted()
  return rows.flatMap((line) => {
    const name = line.slice(0, 1)
    let number = 0
    return line.slice(3).split('').flatMap((place, index) => (place === ' ' ? [] : [ticket(name, (number += 1), index + 1, names.indexOf(name), place === 'x' ? 'RESERVED' : 'AVAILABLE')]))
  })
}

export function freeIn(all: readonly LiveTicket[]): (id: string) => boolean {
  const free = new Set(all.filter(({ status }) => status === 'AVAILABLE').map(({ id }) => id))
  return (id) => free.has(id)
}

/** What a watch gives when these changed, on top of those before. */
export function live(all: readonly LiveTicket[], changed: readonly LiveTicket[] = all, status: LiveSeatMap['status'] = 'live'): LiveSeatMap {
  const merged = new Map([...all, ...changed].map((each) => [each.id, each]))
  const availableCount = [...merged.values()].filter((each) => each.status === 'AVAILABLE').length
  return { status, since: 0, error: null, state: { version: 1, screening: { id: 's', status: 'ON_SALE', availableCount }, tickets: merged, changed } }
}
