import { GraphError } from '@mov-ticket/sdk'
import { useEffect } from 'react'
import { useSession } from './session.js'

/** Somebody signed this session out elsewhere: the answer to a question says so, and then the whole page knows it. */
export function useEndedSession(error: unknown): void {
  const { user, forget } = useSession()
  const isEnded = Boolean(user) && error instanceof GraphError && error.code === 'UNAUTHENTICATED'
  useEffect(() => {
    if (isEnded) forget()
  }, [isEnded, forget])
}
