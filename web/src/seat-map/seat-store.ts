import type { LiveSeatMap, LiveTicket } from '@mov-ticket/sdk'
import { alternatives } from './neighbours.js'
import { planOf } from './plan.js'
import type { PlanSeat, SeatPlan } from './plan.js'
import { createRush } from './rush.js'
import { isMine, seatState } from './seat-state.js'
import type { SeatState } from './seat-state.js'

/** What there is to say to whoever is choosing; each choice ends it. */
export type Remark =
  | { readonly kind: 'lost'; readonly seats: readonly PlanSeat[]; readonly options: readonly (readonly PlanSeat[])[] }
  | { readonly kind: 'full'; readonly most: number }
  | { readonly kind: 'taken'; readonly seats: readonly [PlanSeat]; readonly state: SeatState; readonly options: readonly (readonly PlanSeat[])[] }

export interface SeatsNow {
  /** Null: nothing came yet. */
  readonly plan: SeatPlan | null
  readonly status: LiveSeatMap['status']
  readonly since: number
  readonly saleStatus: 'ON_SALE' | 'CLOSED' | 'CANCELLED' | null
  readonly availableCount: number | null
  /** In the order of choosing. */
  readonly chosen: readonly PlanSeat[]
  readonly remark: Remark | null
}

/** One seat, for the one component that draws it. */
export interface SeatHandle {
  readonly get: () => SeatState
  /** Whether its last change may be shown softly: not in a rush. */
  readonly fades: () => boolean
  readonly subscribe: (changed: () => void) => () => void
}

export interface SeatStore {
  readonly get: () => SeatsNow
  readonly subscribe: (changed: () => void) => () => void
  readonly seat: (id: string) => SeatHandle
  readonly isFree: (id: string) => boolean
  /** Whether a seat that is like this can be taken, or given back. */
  readonly isOpen: (state: SeatState) => boolean
  readonly heard: (live: LiveSeatMap) => void
  /** The tickets of my locked and reserved orders. */
  readonly ordered: (ids: ReadonlySet<string>) => void
  /** Takes or gives back a seat, within the most that one order may have. */
  readonly toggle: (id: string, most: number) => void
  readonly choose: (ids: readonly string[]) => void
  /** While my choice is on its way nobody else took it; afterwards what is not mine or free is lost. */
  readonly asking: (isAsking: boolean) => void
  readonly dismiss: () => void
}

/** Buyers choose what is free; the office also what is blocked. */
export type OpenTo = 'buyers' | 'office'

/**
 * The live map and what is chosen on it, outside of React: a seat that changes renders that seat and nothing else, also
 * when fifty of a thousand change every second.
 */
export function createSeatStore(openTo: OpenTo = 'buyers'): SeatStore {
  let now: SeatsNow = { plan: null, status: 'connecting', since: Date.now(), saleStatus: null, availableCount: null, chosen: [], remark: null }
  let tickets: ReadonlyMap<string, LiveTicket> = new Map()
  let mine: ReadonlySet<string> = new Set()
  let isAsking = false
  const states = new Map<string, SeatState>()
  const abrupt = new Set<string>()
  const isRush = createRush()
  const listeners = new Set<() => void>()
  const seatListeners = new Map<string, Set<() => void>>()
  const handles = new Map<string, SeatHandle>()

  const isFree = (id: string) => tickets.get(id)?.status === 'AVAILABLE'
  const canChoose = (id: string) => isFree(id) || (openTo === 'office' && tickets.get(id)?.status === 'BLOCKED')
  const isOpen = (state: SeatState) => state === 'free' || state === 'chosen' || (openTo === 'office' && state === 'blocked')

  function set(change: Partial<SeatsNow>): void {
    now = { ...now, ...change }
    for (const changed of listeners) changed()
  }

  function refresh(ids: Iterable<string>, fades = true): void {
    const chosen = new Set(now.chosen.map(({ id }) => id))
    for (const id of ids) {
      const ticket = tickets.get(id)
      if (ticket === undefined) continue
      const isChosen = chosen.has(id)
      const state = isChosen && canChoose(id) ? 'chosen' : seatState(ticket.status, { isChosen, isOrdered: mine.has(id), isAsking })
      if (states.get(id) === state) continue
      states.set(id, state)
      if (fades) abrupt.delete(id)
      else abrupt.add(id)
      for (const changed of seatListeners.get(id) ?? []) changed()
    }
  }

  function setChosen(chosen: readonly PlanSeat[], remark: Remark | null): void {
    const before = now.chosen
    set({ chosen, remark })
    refresh([...before, ...chosen].map(({ id }) => id))
  }

  /** Drops what somebody else has by now, and what was said of a seat that is free again. */
  function settle(): void {
    const { plan } = now
    if (plan === null || isAsking) return
    if (now.remark?.kind === 'taken' && isFree(now.remark.seats[0].id)) set({ remark: null })
    const { chosen, remark } = now
    if (chosen.every(({ id }) => canChoose(id))) {
      const isStillThere = remark === null || remark.kind === 'full' || remark.options.flat().every(({ id }) => isFree(id))
      if (!isStillThere) set({ remark: { ...remark, options: alternatives(plan, isFree, remark.seats, chosen) } })
      return
    }
    const left = chosen.filter(({ id }) => canChoose(id))
    const lost = chosen.filter(({ id }) => !canChoose(id) && !mine.has(id))
    // Two that went one after the other are told together, as long as nothing was chosen since.
    const seats = remark?.kind === 'lost' ? [...remark.seats, ...lost] : lost
    setChosen(left, lost.length === 0 ? remark : { kind: 'lost', seats, options: alternatives(plan, isFree, seats, left) })
  }

  return {
    get: () => now,
    subscribe: (changed) => added(listeners, changed),
    seat(id) {
      const handle = handles.get(id) ?? {
        get: () => states.get(id) ?? 'blocked',
        fades: () => !abrupt.has(id),
        subscribe(changed) {
          const ofSeat = seatListeners.get(id) ?? new Set()
          seatListeners.set(id, ofSeat)
          return added(ofSeat, changed)
        },
      }
      handles.set(id, handle)
      return handle
    },
    isFree,
    isOpen,
    heard({ state, status, since }) {
      tickets = state.tickets
      const isOther = now.plan === null || now.plan.seats.size !== tickets.size || state.changed.some(({ id }) => now.plan?.seats.has(id) !== true)
      const plan = tickets.size === 0 ? null : isOther ? planOf(tickets.values()) : now.plan
      refresh(isOther ? tickets.keys() : state.changed.map(({ id }) => id), !isRush(state.changed.length))
      set({ plan, status, since, saleStatus: state.screening?.status ?? now.saleStatus, availableCount: state.screening?.availableCount ?? now.availableCount })
      settle()
    },
    ordered(ids) {
      const before = mine
      mine = ids
      refresh([...before, ...ids])
      if (now.remark?.kind === 'lost' && now.remark.seats.every(({ id }) => ids.has(id))) set({ remark: null })
      settle()
    },
    toggle(id, most) {
      const { plan, chosen } = now
      const seat = plan?.seats.get(id)
      const state = states.get(id)
      if (plan === null || seat === undefined || state === undefined) return
      if (state === 'chosen') setChosen(chosen.filter((other) => other !== seat), null)
      else if (!isOpen(state)) set({ remark: { kind: 'taken', seats: [seat], state, options: isMine(state) ? [] : alternatives(plan, isFree, [seat], chosen) } })
      else if (chosen.length >= most) set({ remark: { kind: 'full', most } })
      else setChosen([...chosen, seat], null)
    },
    choose(ids) {
      const seats = ids.map((id) => now.plan?.seats.get(id)).filter((seat) => seat !== undefined)
      setChosen(seats.filter(({ id }) => canChoose(id)), null)
    },
    asking(is) {
      isAsking = is
      refresh(now.chosen.map(({ id }) => id))
      settle()
    },
    dismiss: () => set({ remark: null }),
  }
}

function added<Item>(items: Set<Item>, item: Item): () => void {
  items.add(item)
  return () => void items.delete(item)
}
