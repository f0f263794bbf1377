import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMoney } from '../i18n/use-money.js'
import type { PlanSeat } from './plan.js'
import type { SeatState } from './seat-state.js'

export interface SeatWords {
  /** Row F, seat 7, premium, 14.50 €, free */
  readonly name: (seat: PlanSeat, state: SeatState) => string
  readonly place: (seat: PlanSeat) => string
  readonly kind: (kind: PlanSeat['kind']) => string
  readonly state: (state: SeatState) => string
  readonly price: (seat: PlanSeat) => string
}

export function useSeatWords(): SeatWords {
  const t = useTranslations('seatMap')
  const money = useMoney()
  return useMemo(() => {
    // A room has hundreds of seats and a handful of prices.
    const prices = new Map<string, string>()
    const price = ({ price: { amount, currency } }: PlanSeat) => {
      const known = prices.get(`${amount} ${currency}`) ?? money({ amount, currency })
      prices.set(`${amount} ${currency}`, known)
      return known
    }
    const kind = (of: PlanSeat['kind']) => t(`kinds.${of}`)
    const stateWord = (of: SeatState) => t(`states.${of}`)
    return {
      name: (seat, state) => t('seat', { row: seat.row, number: String(seat.number), kind: kind(seat.kind), price: price(seat), state: stateWord(state) }),
      place: ({ row, number }) => t('tip', { row, number: String(number) }),
      kind,
      state: stateWord,
      price,
    }
  }, [t, money])
}
