import type { Client } from '@mov-ticket/sdk'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { ReactNode } from 'react'

const ClientContext = createContext<Client | null>(null)

/** The graph, for mutations and watches; what is only read comes through `useAsk`. */
export function useClient(): Client {
  const client = use(ClientContext)
  if (client === null) throw new Error('useClient is used outside of ClientProvider.')
  return client
}

export function createAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The SDK asks again by itself where that can help.
        retry: false,
        staleTime: 20_000,
        gcTime: 600_000,
      },
    },
  })
}

export function ClientProvider({ client, answers, children }: { client: Client; answers: QueryClient; children: ReactNode }) {
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={answers}>{children}</QueryClientProvider>
    </ClientContext>
  )
}
