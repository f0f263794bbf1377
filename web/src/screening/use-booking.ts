import type { Client, Order, Refusal } from '@mov-ticket/sdk'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useClient } from '../data/client.js'
import { useAsk } from '../data/use-ask.js'
import type { SeatStore } from '../seat-map/seat-store.js'
import { useSession } from '../session/session.js'
import { ordersAt } from './questions.js'
import { useLiveOrder } from './use-live-order.js'
import { useOtherTabs } from './use-other-tabs.js'

export type Step = 'hold' | 'best' | 'reserve' | 'cancel' | 'extend'

export interface Booking {
  /** What the tray is about; null: still choosing. */
  readonly order: Order | null
  /** What is being asked of the server right now. */
  readonly busy: Step | null
  /** Why the last step did not work. */
  readonly problem: { readonly step: Step; readonly refusal: Refusal } | { readonly step: Step; readonly error: unknown } | null
  /** How many seats were asked for last. */
  readonly asked: number
  readonly hold: () => Promise<void>
  readonly holdBest: (count: number) => Promise<void>
  readonly reserve: () => Promise<void>
  readonly cancel: () => Promise<void>
  readonly extend: () => Promise<void>
  /** Back to choosing, after an order has ended one way or the other. */
  readonly startOver: () => void
}

type Result = Awaited<ReturnType<Client['createOrder']>>

export function useBooking(screeningId: string, store: SeatStore): Booking {
  const t = useTranslations('screening')
  const client = useClient()
  const session = useSession()
  const tellOthers = useOtherTabs()
  const [current, setCurrent] = useState<Order | null>(null)
  const [finished, setFinished] = useState<string | null>(null)
  const [busy, setBusy] = useState<Step | null>(null)
  const underWay = useRef<{ readonly step: Step; readonly ended: Promise<void> } | null>(null)
  const [problem, setProblem] = useState<Booking['problem']>(null)
  const [asked, setAsked] = useState(1)
  const { data: orders = none } = useAsk(ordersAt(screeningId), { when: Boolean(session.user) })

  // An open order is found again after a reload, and where another tab made it.
  const open = orders.find(({ id, status }) => status === 'LOCKED' && id !== finished)?.id ?? null
  const orderId = current?.id ?? open
  const live = useLiveOrder(session.user ? orderId : null, current)
  const order = live !== null && live.id !== finished ? live : null
  useRememberedOrder(order, setCurrent)

  const ordered = useMemo(() => {
    const ids = orders.filter(({ id }) => id !== finished).flatMap(({ tickets }) => tickets.map(({ id }) => id))
    const ofLive = order !== null && hasSeats.has(order.status) ? order.tickets.map(({ id }) => id) : []
    return new Set(session.user ? [...ids, ...ofLive] : [])
  }, [orders, order, finished, session.user])
  useEffect(() => store.ordered(ordered), [store, ordered])

  async function run(step: Step, ask: () => Promise<Result>): Promise<void> {
    // Who asked for more time and books at once is not to press again: the next step waits for that one. No other is waited for.
    const { current: before } = underWay
    if (before !== null && (before.step !== 'extend' || step === 'extend')) return
    await before?.ended
    if (underWay.current !== null) return
    const ended = take(step, ask)
    underWay.current = { step, ended }
    await ended
    underWay.current = null
  }

  async function take(step: Step, ask: () => Promise<Result>): Promise<void> {
    setProblem(null)
    setBusy(step)
    try {
      const result = await ask()
      if (result.__typename === 'OrderRefused') setProblem({ step, refusal: result.refusal })
      const next = result.__typename === 'OrderAccepted' ? result.order : null
      if (next !== null) {
        setCurrent(next)
        setFinished(null)
        if (hasSeats.has(next.status)) store.ordered(new Set([...ordered, ...next.tickets.map(({ id }) => id)]))
      }
      tellOthers()
    } catch (error) {
      setProblem({ step, error })
    } finally {
      setBusy(null)
    }
  }

  async function start(step: Step, count: number, ask: () => Promise<Result>): Promise<void> {
    const user = await session.signIn(t('whySignIn'))
    if (user === null) return
    setAsked(count)
    store.asking(true)
    await run(step, ask)
    store.asking(false)
  }

  const ofOrder = (step: Step, ask: (id: string) => Promise<Result>) => async () => {
    if (order !== null) await run(step, () => ask(order.id))
  }

  return {
    order,
    busy,
    problem,
    asked,
    hold: () => start('hold', store.get().chosen.length, () => client.createOrder({ input: { screeningId, ticketIds: store.get().chosen.map(({ id }) => id) } })),
    holdBest: (count) => start('best', count, () => client.createBestOrder({ input: { screeningId, count } })),
    reserve: ofOrder('reserve', (id) => client.reserveOrder({ orderId: id })),
    cancel: ofOrder('cancel', (id) => client.cancelOrder({ orderId: id })),
    extend: ofOrder('extend', (id) => client.extendOrder({ orderId: id })),
    startOver() {
      setFinished(order?.id ?? null)
      setCurrent(null)
      setProblem(null)
    },
  }
}

const none: readonly never[] = []
const hasSeats: ReadonlySet<Order['status']> = new Set(['LOCKED', 'RESERVED'])

/** An order that was found stays what the tray is about when it ends: that it ended, and how, is to be told. */
function useRememberedOrder(order: Order | null, remember: (order: Order) => void): void {
  useEffect(() => {
    if (order !== null) remember(order)
  }, [order, remember])
}
