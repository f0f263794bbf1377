import type { Order } from '@mov-ticket/sdk'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../ui/button.js'

/** Gives the evening as a file that calendars understand. What makes it is fetched when somebody wants it. */
export function CalendarButton({ order }: { readonly order: Order }) {
  const t = useTranslations('orders')
  const format = useFormatter()
  const [isBusy, setIsBusy] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)

  async function save(): Promise<void> {
    setIsBusy(true)
    setHasFailed(false)
    try {
      const { calendarFile } = await import('./calendar-file.js')
      const seats = t('seats', { count: order.tickets.length, seats: format.list(order.tickets.map(({ seat }) => seat.label)) })
      saveFile(calendarFile({ order, origin: location.origin, seats }))
    } catch {
      setHasFailed(true)
    }
    setIsBusy(false)
  }

  return (
    <>
      <Button kind="main" busy={isBusy} onClick={() => void save()}>{t('calendar')}</Button>
      {hasFailed && <p role="alert">{t('calendarFailed')}</p>}
    </>
  )
}

function saveFile(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  // Some browsers begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
