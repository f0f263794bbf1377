import { memo } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import styles from './legend.module.css'
import type { PlanSeat, SeatPlan } from './plan.js'
import { SeatGlyph } from './seat-glyph.js'
import type { SeatState } from './seat-state.js'
import type { SeatWords } from './use-seat-words.js'

const buyers: readonly SeatState[] = ['chosen', 'locked', 'sold']
const kinds: readonly PlanSeat['kind'][] = ['STANDARD', 'PREMIUM', 'ACCESSIBLE', 'COMPANION']

/** Kinds of this room with their prices, then what the other marks mean. */
export const Legend = memo(function Legend({ plan, words, states = buyers }: {
  readonly plan: SeatPlan
  readonly words: SeatWords
  readonly states?: readonly SeatState[]
}) {
  const t = useTranslations('seatMap')
  const all = [...plan.seats.values()]
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {kinds.map((kind) => {
        const seat = all.find((other) => other.kind === kind)
        return seat === undefined ? null : (
          <Entry key={kind} kind={kind} state="free">{words.kind(kind)} <b>{words.price(seat)}</b></Entry>
        )
      })}
      {states.map((state) => <Entry key={state} kind="STANDARD" state={state}>{words.state(state)}</Entry>)}
    </ul>
  )
})

function Entry({ kind, state, children }: { readonly kind: PlanSeat['kind']; readonly state: SeatState; readonly children: ReactNode }) {
  return (
    <li>
      <svg viewBox="-5 -5 10 10" width="22" height="22" aria-hidden="true" data-state={state}><SeatGlyph kind={kind} state={state} /></svg>
      <span>{children}</span>
    </li>
  )
}
