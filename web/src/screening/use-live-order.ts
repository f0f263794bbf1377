import type { LiveOrder, Order } from '@mov-ticket/sdk'
import { useEffect, useState } from 'react'
import { useClient } from '../data/client.js'

/** One of my orders, kept current. `first` is what a mutation gave, until the watch knows better. */
export function useLiveOrder(orderId: string | null, first: Order | null): Order | null {
  const client = useClient()
  const [live, setLive] = useState<LiveOrder['state']>(null)
  useEffect(() => {
    if (orderId === null) return undefined
    return client.orders.watch(orderId, ({ state }) => state !== null && setLive(state))
  }, [client, orderId])
  const known = [live, first].filter((order) => order !== null && order.id === orderId)
  return known.toSorted((a, b) => (b?.version ?? 0) - (a?.version ?? 0))[0] ?? null
}
