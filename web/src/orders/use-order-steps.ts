import type { Client } from '@mov-ticket/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useClient } from '../data/client.js'
import { useOtherTabs } from '../screening/use-other-tabs.js'
import type { Booking, Step } from '../screening/use-booking.js'
import { orderOf } from './questions.js'

export type OrderSteps = Pick<Booking, 'busy' | 'problem' | 'reserve' | 'cancel' | 'extend'>

/** What can be done with an order that is there; what comes of it is the page's next state, or a problem. */
export function useOrderSteps(orderId: string): OrderSteps {
  const client = useClient()
  const answers = useQueryClient()
  const tellOthers = useOtherTabs()
  const [busy, setBusy] = useState<Step | null>(null)
  const [problem, setProblem] = useState<Booking['problem']>(null)

  const run = (step: Step, ask: () => ReturnType<Client['cancelOrder']>) => async () => {
    if (busy !== null) return
    setProblem(null)
    setBusy(step)
    try {
      const result = await ask()
      if (result.__typename === 'OrderRefused') setProblem({ step, refusal: result.refusal })
      if (result.order !== null) answers.setQueryData(orderOf(orderId).key, result.order)
      tellOthers()
    } catch (error) {
      setProblem({ step, error })
    } finally {
      setBusy(null)
    }
  }

  return {
    busy,
    problem,
    reserve: run('reserve', () => client.reserveOrder({ orderId })),
    cancel: run('cancel', () => client.cancelOrder({ orderId })),
    extend: run('extend', () => client.extendOrder({ orderId })),
  }
}
