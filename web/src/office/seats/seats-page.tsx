import { useState } from 'react'
import { remember, remembered } from '../../data/remember.js'
import { ViewSwitch } from '../../screening/view-switch.js'
import type { View } from '../../screening/view-switch.js'
import { useLiveSeats } from '../../screening/use-live-seats.js'
import { ConnectionNote } from '../../seat-map/connection-note.js'
import { Legend } from '../../seat-map/legend.js'
import { SeatList } from '../../seat-map/seat-list.js'
import { SeatMap } from '../../seat-map/seat-map.js'
import type { SeatPlan } from '../../seat-map/plan.js'
import type { SeatState } from '../../seat-map/seat-state.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeats } from '../../seat-map/use-seats.js'
import { CancelScreening } from '../screening/cancel-screening.js'
import { OfficeScreening } from '../screening/office-screening.js'
import { BlockTray } from './block-tray.js'
import styles from './seats-page.module.css'
import { useOfficeSeatWords } from './use-office-seat-words.js'
import { useRange } from './use-range.js'
import { useTally } from './use-tally.js'

const states: readonly SeatState[] = ['chosen', 'locked', 'sold', 'blocked']

/** The live map, where seats are taken from sale and put back. */
export function SeatsPage({ id }: { readonly id: string }) {
  const store = useLiveSeats(id, 'office')
  const [view, setView] = useState<View>(remembered('view') === 'list' ? 'list' : 'map')

  function show(next: View): void {
    setView(next)
    remember('view', next)
  }

  const tools = <div className={styles.tools}><ConnectionNote store={store} /><ViewSwitch view={view} onChange={show} /></div>
  return <OfficeScreening id={id} at="seats" aside={tools}>{({ status }) => <Seats id={id} isOnSale={status === 'ON_SALE'} store={store} view={view} />}</OfficeScreening>
}

function Seats({ id, isOnSale, store, view }: { readonly id: string; readonly isOnSale: boolean; readonly store: SeatStore; readonly view: View }) {
  const words = useOfficeSeatWords(store)
  const plan = useSeats(store, (now) => now.plan)
  const isTrue = useSeats(store, (now) => now.status === 'live')
  const range = useRange(store, plan)
  const Shown = view === 'map' ? SeatMap : SeatList
  return (
    <div className={styles.room}>
      <div className={styles.seats} data-true={isTrue || undefined} {...range.listeners}>
        {plan === null ? <div className={styles.waiting} aria-busy="true" /> : <Shown plan={plan} store={store} words={words} onToggle={range.toggle} />}
        {plan !== null && <Legend plan={plan} words={words} states={states} />}
        {plan !== null && isOnSale && <Cancel id={id} plan={plan} store={store} />}
      </div>
      {plan !== null && <BlockTray screeningId={id} plan={plan} store={store} />}
    </div>
  )
}

/** By itself, since how many are sold changes all the time. */
function Cancel({ id, plan, store }: { readonly id: string; readonly plan: SeatPlan; readonly store: SeatStore }) {
  const { sold } = useTally(store, plan)
  return <CancelScreening id={id} sold={sold} />
}
