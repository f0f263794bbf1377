import { GraphError } from '@mov-ticket/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useClient } from '../../data/client.js'
import { rooms } from '../schedule/questions.js'
import type { BuiltSeat } from './naming.js'

export interface Saved {
  readonly id: string
  readonly name: string
  readonly seats: number
  readonly rows: number
  /** It was there before this try. */
  readonly already: boolean
}

export function useSave() {
  const client = useClient()
  const answers = useQueryClient()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const isSending = useRef(false)
  /** Under this name a plan was sent and never answered: it may have arrived. */
  const unanswered = useRef<string | null>(null)

  async function save(name: string, seats: readonly BuiltSeat[]): Promise<void> {
    if (isSending.current) return
    isSending.current = true
    setIsBusy(true)
    setError(null)
    try {
      const all = unanswered.current === name ? await rooms.ask(client, new AbortController().signal) : []
      const known = all.find((room) => room.name === name && room.seatCount === seats.length)
      const { id } = known ?? (await client.createAuditorium({ input: { name, seats: [...seats] } }))
      unanswered.current = null
      setSaved({ id, name, seats: seats.length, rows: new Set(seats.map(({ row }) => row)).size, already: known !== undefined })
      void answers.invalidateQueries({ queryKey: rooms.key })
    } catch (thrown) {
      if (thrown instanceof GraphError && (thrown.code === 'NETWORK' || thrown.code === 'TIMEOUT')) unanswered.current = name
      setError(thrown)
    } finally {
      isSending.current = false
      setIsBusy(false)
    }
  }

  return { isBusy, error, saved, save }
}
