import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useClient } from '../data/client.js'

/** A list has orders as they were: as soon as this one is another, the list is asked for again. */
export function useRenewWhenChanged(orderId: string, version: number): void {
  const client = useClient()
  const answers = useQueryClient()
  useEffect(
    () =>
      client.orders.watch(orderId, ({ state }) => {
        if (state !== null && state.version > version) void answers.invalidateQueries({ queryKey: ['mine', 'orders'] })
      }),
    [client, answers, orderId, version],
  )
}
