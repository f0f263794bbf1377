import { useNow } from 'use-intl'
import { useClient } from '../data/client.js'

/** Milliseconds since the epoch by the server's clock, renewed now and then: films begin and end while somebody looks. */
export function useServerNow(): number {
  const { clock } = useClient()
  useNow({ updateInterval: 15_000 })
  return clock.now()
}
