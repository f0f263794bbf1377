import { useFormatter, useTranslations } from 'use-intl'
import type { SeatStore } from '../seat-map/seat-store.js'
import { isMine } from '../seat-map/seat-state.js'
import { useSeats } from '../seat-map/use-seats.js'
import type { SeatWords } from '../seat-map/use-seat-words.js'
import { Button } from '../ui/button.js'
import styles from './tray.module.css'

/** What concerns my choice, said where the choice is and spoken once: others' seats change all the time. */
export function RemarkLine({ store, words }: { readonly store: SeatStore; readonly words: SeatWords }) {
  const t = useTranslations('screening.remark')
  const format = useFormatter()
  const remark = useSeats(store, (now) => now.remark)
  const options = remark === null || remark.kind === 'full' ? [] : remark.options
  const names = (seats: readonly { readonly label: string }[]) => format.list(seats.map(({ label }) => label))

  function said(): string {
    if (remark === null) return ''
    if (remark.kind === 'full') return t('full', { most: remark.most })
    const free = remark.options.flat()
    const instead = free.length === 0 ? t('none') : t('free', { count: free.length, seats: names(free) })
    if (remark.kind === 'lost') return [t('lost', { seats: names(remark.seats) }), instead].join(' ')
    const taken = t('taken', { seat: names(remark.seats), state: words.state(remark.state) })
    return isMine(remark.state) ? taken : [taken, instead].join(' ')
  }

  function take(option: readonly { readonly id: string }[]): void {
    store.choose([...store.get().chosen, ...option].map(({ id }) => id))
  }

  return (
    <div className={styles.remark} data-said={remark !== null || undefined}>
      <p role="status" aria-live="polite">{said()}</p>
      {options.length > 0 && (
        <div className={styles.options}>
          {options.map((option) => <Button key={names(option)} onClick={() => take(option)}>{t('take', { seats: names(option) })}</Button>)}
        </div>
      )}
    </div>
  )
}
