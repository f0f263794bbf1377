import { GraphError } from '@mov-ticket/sdk'
import type { Client, ScreeningFieldsFragment } from '@mov-ticket/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useClient } from '../../data/client.js'
import { inputOf } from './draft.js'
import type { Draft, DraftFaults, FaultName, Input } from './draft.js'

export interface Scheduled {
  readonly screening: ScreeningFieldsFragment
  /** It was there before this try. */
  readonly already: boolean
}

export interface Attempt {
  readonly isBusy: boolean
  /** What was sent; null: nothing yet. */
  readonly sent: Draft | null
  readonly faults: DraftFaults
  /** What concerns no field. */
  readonly error: unknown
  readonly done: Scheduled | null
}

const fresh: Attempt = { isBusy: false, sent: null, faults: {}, error: null, done: null }

export function useSchedule() {
  const client = useClient()
  const answers = useQueryClient()
  const [attempt, setAttempt] = useState(fresh)
  const isBusy = useRef(false)
  /** What was sent and never answered: it may have arrived. */
  const unanswered = useRef<Input | null>(null)

  /** `sent` is what is written of it, the rest are presets. Resolves with the fields that are wrong. */
  async function send(draft: Draft, sent: Draft): Promise<DraftFaults> {
    if (isBusy.current) return {}
    const checked = inputOf(draft, client.clock.now())
    if ('faults' in checked) {
      setAttempt({ ...fresh, sent, faults: checked.faults })
      return checked.faults
    }
    const { input } = checked
    isBusy.current = true
    setAttempt({ ...fresh, sent, isBusy: true })
    try {
      const known = unanswered.current === null ? null : await find(client, unanswered.current, input)
      const screening = known ?? (await client.scheduleScreening({ input }))
      unanswered.current = null
      setAttempt({ ...fresh, done: { screening, already: known !== null } })
      for (const key of ['office', 'programme', 'film']) void answers.invalidateQueries({ queryKey: [key] })
      return {}
    } catch (error) {
      if (error instanceof GraphError && (error.code === 'NETWORK' || error.code === 'TIMEOUT')) unanswered.current = input
      const faults = faultsIn(error)
      setAttempt({ ...fresh, sent, faults, error: Object.keys(faults).length === 0 ? error : null })
      return faults
    } finally {
      isBusy.current = false
    }
  }

  /** What was found wrong is said until it is changed; from then on what is still wrong with it. */
  function current(draft: Draft, written: Draft): Attempt {
    if (attempt.sent === null || attempt.sent === written || attempt.isBusy) return attempt
    const checked = inputOf(draft, client.clock.now())
    return { ...attempt, faults: 'faults' in checked ? checked.faults : {}, error: null }
  }

  return { current, send, startOver: () => setAttempt(fresh) }
}

/** A screening of the same film at the same time in the same place, where the same was asked for before. */
async function find(client: Client, before: Input, { movieId, auditoriumId, startsAt }: Input): Promise<ScreeningFieldsFragment | null> {
  if (before.movieId !== movieId || before.auditoriumId !== auditoriumId || before.startsAt !== startsAt) return null
  const to = new Date(new Date(startsAt).getTime() + 1).toISOString()
  const { nodes } = await client.screenings({ movieId, from: startsAt, to, first: 100 })
  return nodes.find(({ auditorium }) => auditorium.id === auditoriumId) ?? null
}

const fields: readonly (readonly [path: RegExp, field: string, fault: FaultName])[] = [
  [/^input\.startsAt/, 'time', 'past'],
  [/^input\.prices/, 'prices', 'noPrice'],
  [/^input\.lockSeconds/, 'lock', 'lock'],
  [/^input\.maxTicketsPerOrder/, 'most', 'most'],
]

/** What the graph finds wrong, at the fields it is about. */
function faultsIn(error: unknown): DraftFaults {
  if (!(error instanceof GraphError)) return {}
  if (error.code === 'NOT_FOUND') return error.message.includes('auditorium') ? { room: 'goneRoom' } : { film: 'goneFilm' }
  if (error.code !== 'BAD_USER_INPUT') return {}
  return Object.fromEntries(Object.keys(error.fields).flatMap((path) => fields.filter(([pattern]) => pattern.test(path)).map(([, field, fault]) => [field, fault])))
}
