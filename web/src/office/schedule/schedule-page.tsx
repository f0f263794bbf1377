import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link, useSearchParams } from 'wouter'
import { useAsk } from '../../data/use-ask.js'
import { Page } from '../../layout/page.js'
import { Button } from '../../ui/button.js'
import { newDraft } from './draft.js'
import type { Draft, FaultName } from './draft.js'
import { FilmChoice } from './film-choice.js'
import { PriceFields } from './price-fields.js'
import { latestPrices, rooms } from './questions.js'
import { RoomDay } from './room-day.js'
import { RuleFields } from './rule-fields.js'
import { ScheduleFault } from './schedule-fault.js'
import { ScheduledNotice } from './scheduled-notice.js'
import styles from './schedule-page.module.css'
import { textOf } from './amount.js'
import { useSchedule } from './use-schedule.js'
import { WhenFields } from './when-fields.js'

/** `?room=` is the auditorium to begin with. */
export function SchedulePage() {
  const t = useTranslations('officeSchedule')
  const [search] = useSearchParams()
  const [written, setDraft] = useState<Draft>(newDraft)
  const { current, send, startOver } = useSchedule()
  const { data: allRooms = [] } = useAsk(rooms)
  const draft: Draft = written.room === null ? { ...written, room: allRooms.find(({ id }) => id === search.get('room')) ?? null } : written
  const { data: latest } = useAsk(latestPrices(draft.room?.id ?? ''), { when: draft.room !== null })
  const form = useRef<HTMLDivElement>(null)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))

  // Prices are those of the latest screening there until others are written.
  const currency = latest?.[0]?.price.currency
  const full: Draft = {
    ...draft,
    currency: draft.currency === newDraft.currency && Object.keys(draft.prices).length === 0 ? (currency ?? draft.currency) : draft.currency,
    prices: { ...Object.fromEntries((latest ?? []).map(({ kind, price }) => [kind, textOf(price.amount, price.currency)])), ...draft.prices },
  }
  const attempt = current(full, written)
  const saying = (field: string) => {
    const name: FaultName | undefined = attempt.faults[field]
    return name === undefined ? undefined : t(`faults.${name}`, { count: Object.keys(attempt.faults).length })
  }

  async function submit(): Promise<void> {
    const faults = await send(full, written)
    const first = [...(form.current?.querySelectorAll<HTMLElement>('[name]') ?? [])].find((element) => (element.getAttribute('name') ?? '') in faults)
    first?.focus()
  }

  if (attempt.done !== null) return <ScheduledNotice scheduled={attempt.done} onAnother={startOver} />
  return (
    <Page title={t('title')}>
      <div ref={form} className={styles.page}>
        <FilmChoice film={draft.film} fault={saying('film')} onChoose={(film) => change({ film })} />
        <form className={styles.form} noValidate onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}>
          <div className={styles.field}>
            <label htmlFor="room">{t('room')}</label>
            <select id="room" name="room" value={draft.room?.id ?? ''} aria-invalid={saying('room') !== undefined || undefined} aria-describedby="room-fault"
              onChange={({ target }) => change({ room: allRooms.find(({ id }) => id === target.value) ?? null })}>
              <option value="" disabled>{t('roomNone')}</option>
              {allRooms.map(({ id, name, seatCount }) => <option key={id} value={id}>{t('roomOption', { name, seats: seatCount })}</option>)}
            </select>
            <p id="room-fault" className={styles.fault}>{saying('room')}</p>
            {allRooms.length === 0 && <p className={styles.hint}>{t('noRooms')} <Link to="/auditoriums/new">{t('build')}</Link></p>}
          </div>
          <WhenFields draft={draft} saying={saying} onChange={change} />
          <PriceFields draft={full} isKnown={latest != null && Object.keys(draft.prices).length === 0} saying={saying} onChange={change} />
          <RuleFields draft={draft} saying={saying} onChange={change} />
          <ScheduleFault attempt={attempt} />
          <Button kind="main" type="submit" busy={attempt.isBusy} className={styles.submit}>{t('submit')}</Button>
        </form>
        <RoomDay draft={draft} />
      </div>
    </Page>
  )
}

export interface FieldsProps {
  readonly draft: Draft
  /** What is wrong with a field, by its name. */
  readonly saying: (field: string) => string | undefined
  readonly onChange: (part: Partial<Draft>) => void
}
