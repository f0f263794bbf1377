import type { UserFieldsFragment } from '@mov-ticket/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useClient } from '../data/client.js'
import { useAsk } from '../data/use-ask.js'
import type { Question } from '../data/use-ask.js'
import { SignInPanel } from './sign-in-panel.js'

export type User = UserFieldsFragment

export interface Session {
  /** Null: nobody is signed in. Undefined: not known yet. */
  readonly user: User | null | undefined
  /** Opens the panel; resolves when somebody is signed in, or with null where they think better of it. At once where somebody is. */
  readonly signIn: (reason?: string) => Promise<User | null>
  readonly signOut: () => Promise<void>
  /** After other ways to become nobody, such as signing out everywhere. */
  readonly forget: () => void
}

const me: Question<User | null> = { key: ['me'], ask: (client, signal) => client.me({}, { signal }) }
const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSession is used outside of SessionProvider.')
  return session
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient()
  const answers = useQueryClient()
  const { data: user } = useAsk(me)
  const [panel, setPanel] = useState<{ readonly reason: string | undefined } | null>(null)
  const waiting = useRef<((user: User | null) => void)[]>([])

  const become = useCallback(
    (next: User | null) => {
      answers.setQueryData(me.key, next)
      // What was answered to one is not for another.
      void answers.resetQueries({ queryKey: ['mine'] })
    },
    [answers],
  )

  const close = useCallback((signedIn: User | null) => {
    setPanel(null)
    for (const resolve of waiting.current.splice(0)) resolve(signedIn)
  }, [])

  const session = useMemo<Session>(
    () => ({
      user,
      signIn(reason) {
        if (user) return Promise.resolve(user)
        return new Promise((resolve) => {
          waiting.current.push(resolve)
          setPanel({ reason })
        })
      },
      async signOut() {
        await client.signOut()
        become(null)
      },
      forget: () => become(null),
    }),
    [user, client, become],
  )

  return (
    <SessionContext value={session}>
      {children}
      {panel !== null && (
        <SignInPanel
          reason={panel.reason}
          onDone={(signedIn) => {
            become(signedIn)
            close(signedIn)
          }}
          onDismiss={() => close(null)}
        />
      )}
    </SessionContext>
  )
}
