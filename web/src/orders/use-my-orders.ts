import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useClient } from '../data/client.js'
import { useAsk } from '../data/use-ask.js'
import { useOtherTabs } from '../screening/use-other-tabs.js'
import { pages, withSeats } from './questions.js'
import { sortOrders } from './sort-orders.js'
import type { SortedOrders } from './sort-orders.js'

export interface MyOrders extends SortedOrders {
  readonly hasMore: boolean
  readonly isFetchingMore: boolean
  readonly fetchMore: () => void
}

/** Undefined until they are known. Renewed by what happens in other tabs, and every now and then. */
export function useMyOrders({ when }: { readonly when: boolean }) {
  const client = useClient()
  useOtherTabs()
  const seats = useAsk(withSeats, { when, everyMs: 30_000 })
  const all = useInfiniteQuery({
    queryKey: pages.key,
    queryFn: ({ pageParam, signal }) => pages.ask(client, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    enabled: when,
  })
  const { data: booked } = seats
  const { data: listed, hasNextPage: hasMore, isFetchingNextPage: isFetchingMore, fetchNextPage } = all
  const orders = useMemo<MyOrders | undefined>(() => {
    if (booked === undefined || listed === undefined) return undefined
    const found = [...booked, ...listed.pages.flatMap(({ nodes }) => nodes)]
    return { ...sortOrders(found, client.clock.now()), hasMore, isFetchingMore, fetchMore: () => void fetchNextPage() }
  }, [booked, listed, client, hasMore, isFetchingMore, fetchNextPage])
  return {
    orders,
    error: seats.error ?? all.error,
    retry: () => void Promise.all([seats.refetch(), all.refetch()]),
  }
}
