import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useDates } from '../i18n/use-dates.js'
import type { Showing } from './questions.js'
import styles from './showtime.module.css'
import { MARKS, fullnessOf, marksTaken } from './timetable.js'
import type { Fullness } from './timetable.js'

const marks = Array.from({ length: MARKS }, (_, index) => index)

/** A time as a button: when, where, how full. What can't be booked any more is no link. */
export const Showtime = memo(function Showtime({ showing }: { readonly showing: Showing }) {
  const t = useTranslations('programme')
  const dates = useDates()
  const fullness = fullnessOf(showing)
  const words = fullness === 'free' || fullness === 'few' ? t(fullness, { count: showing.availableCount }) : t(fullness)
  const content = (
    <>
      <time dateTime={showing.startsAt} className={styles.time}>{dates.time(new Date(showing.startsAt))}</time>{' '}
      <span className={styles.room}>{showing.auditorium.name}</span>{' '}
      <Marks showing={showing} fullness={fullness} />
      <span className={styles.words}>{words}</span>
    </>
  )
  const isOpen = fullness === 'free' || fullness === 'few' || fullness === 'soldOut'
  return isOpen ? (
    <Link to={`/screenings/${showing.id}`} className={styles.showtime} data-fullness={fullness}>{content}</Link>
  ) : (
    <span className={styles.showtime} data-fullness={fullness}>{content}</span>
  )
})

/** The house in ten: a row of seats, of which so many are taken. */
function Marks({ showing, fullness }: { readonly showing: Showing; readonly fullness: Fullness }) {
  const taken = fullness === 'cancelled' || fullness === 'begun' ? 0 : marksTaken(showing)
  return (
    <svg className={styles.marks} viewBox="0 0 60 7" aria-hidden="true">
      {marks.map((mark) => <rect key={mark} x={mark * 6 + 0.5} y="0.5" width="4" height="6" rx="0.75" className={mark < taken ? styles.taken : undefined} />)}
    </svg>
  )
}
