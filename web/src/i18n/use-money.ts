import { useCallback } from 'react'
import { useFormatter } from 'use-intl'

export interface Money {
  /** In the currency's smallest unit. */
  readonly amount: number
  readonly currency: string
}

/** 14,50 € or €14.50, as the language has it; with as many decimals as the currency. */
export function useMoney(): (money: Money) => string {
  const format = useFormatter()
  return useCallback(
    ({ amount, currency }) => format.number(amount / 10 ** decimalsOf(currency), { style: 'currency', currency }),
    [format],
  )
}

export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
