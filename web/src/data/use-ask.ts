import type { Client } from '@mov-ticket/sdk'
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useClient } from './client.js'

/** What to ask the graph, and the name under which the answer is kept. */
export interface Question<Data> {
  readonly key: readonly unknown[]
  readonly ask: (client: Client, signal: AbortSignal) => Promise<Data>
}

export interface AskOptions {
  /** False: not now. Default true. */
  readonly when?: boolean
  /** Shows the answer to the question before until the new one is there. Default false. */
  readonly keepPrevious?: boolean
  /** Asks again this often while the page is seen. */
  readonly everyMs?: number
}

/** Asks once for all who want to know the same; again when they come back to the page after a while. */
export function useAsk<Data>(question: Question<Data>, { when = true, keepPrevious = false, everyMs }: AskOptions = {}): UseQueryResult<Data> {
  const client = useClient()
  return useQuery({
    ...optionsOf(client, question),
    enabled: when,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  })
}

/** Asks ahead: for a link that somebody points at. */
export function usePrefetch(): <Data>(question: Question<Data>) => void {
  const client = useClient()
  const answers = useQueryClient()
  return (question) => void answers.prefetchQuery(optionsOf(client, question))
}

function optionsOf<Data>(client: Client, { key, ask }: Question<Data>) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => ask(client, signal) })
}
