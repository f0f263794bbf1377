/** What a seat may cost, in minor units: 50 of them are still an Int of the graph. */
const HIGHEST = 40_000_000

export type Amount = { readonly amount: number } | { readonly fault: 'noPrice' | 'badPrice' | 'highPrice' }

/** 12.50, 12,5 or 12 as minor units of the currency. */
export function amountOf(text: string, currency: string): Amount {
  const given = text.trim()
  if (given === '') return { fault: 'noPrice' }
  const decimals = decimalsOf(currency)
  const match = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(given)
  const [, whole = '', part = ''] = match ?? []
  if (match === null || part.length > decimals) return { fault: 'badPrice' }
  const amount = Number(whole + part.padEnd(decimals, '0'))
  return amount > HIGHEST ? { fault: 'highPrice' } : { amount }
}

/** An amount as it is written into a field. */
export function textOf(amount: number, currency: string): string {
  const decimals = decimalsOf(currency)
  return (amount / 10 ** decimals).toFixed(decimals)
}

function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
