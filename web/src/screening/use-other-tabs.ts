import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'

const CHANNEL = 'mov-ticket.orders'

/** What is booked in one tab is known in the others at once. Gives what tells them. */
export function useOtherTabs(): () => void {
  const answers = useQueryClient()
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    channel.addEventListener('message', () => void answers.invalidateQueries({ queryKey: ['mine'] }))
    return () => channel.close()
  }, [answers])
  return useCallback(() => {
    void answers.invalidateQueries({ queryKey: ['mine'] })
    const channel = new BroadcastChannel(CHANNEL)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin, its own
    channel.postMessage('changed')
    channel.close()
  }, [answers])
}
