import { useInfiniteQuery } from '@tanstack/react-query'
import { useClient } from '../data/client.js'
import { useAsk } from '../data/use-ask.js'
import { useOtherTabs } from '../screening/use-other-tabs.js'
import { pages, withSeats } from './questions.js'
import { sortOrders } from './sort-orders.js'
import type { SortedOrders } from './sort-orders.js'
import { useServerNow } from './use-server-now.js'

export interface MyOrders extends SortedOrders {
  readonly hasMore: boolean
  readonly isFetchingMore: boolean
  readonly fetchMore: () => void
}

/** Undefined until they are known. Renewed by what happens in other tabs, and every now and then. */
export function useMyOrders({ when }: { readonly when: boolean }) {
  const client = useClient()
  const now = useServerNow()
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
  const { data: listed, hasNextPage, isFetchingNextPage, fetchNextPage } = all
  const orders: MyOrders | undefined =
    booked === undefined || listed === undefined
      ? undefined
      : {
          ...sortOrders([...booked, ...listed.pages.flatMap(({ nodes }) => nodes)], now),
          hasMore: hasNextPage,
          isFetchingMore: isFetchingNextPage,
          fetchMore: () => void fetchNextPage(),
        }
  return {
    orders,
    error: seats.error ?? all.error,
    retry: () => void Promise.all([seats.refetch(), all.refetch()]),
  }
}
