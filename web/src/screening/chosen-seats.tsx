import type { PlanSeat } from '../seat-map/plan.js'
import type { SeatWords } from '../seat-map/use-seat-words.js'
import { Icon } from '../ui/icon.js'
import styles from './tray.module.css'

/** Seats with their prices; each can be given back where `onRemove` says what that is called. */
export function ChosenSeats({ seats, words, onRemove }: {
  readonly seats: readonly Pick<PlanSeat, 'id' | 'label' | 'kind' | 'price' | 'row' | 'number' | 'x' | 'y'>[]
  readonly words: SeatWords
  readonly onRemove?: { readonly name: (label: string) => string; readonly press: (id: string) => void }
}) {
  return (
    <ul className={styles.seats}>
      {seats.map((seat) => (
        <li key={seat.id}>
          <b>{seat.label}</b>
          <span>{words.kind(seat.kind)}</span>
          <data value={seat.price.amount}>{words.price(seat)}</data>
          {onRemove !== undefined && (
            <button type="button" aria-label={onRemove.name(seat.label)} onClick={() => onRemove.press(seat.id)}><Icon name="close" size={18} /></button>
          )}
        </li>
      ))}
    </ul>
  )
}
