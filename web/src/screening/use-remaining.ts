import { useEffect, useState } from 'react'
import { useClient } from '../data/client.js'
import { secondsUntil } from './remaining.js'

/** Counts down by the server's clock: that of the machine may be wrong. */
export function useRemaining(until: string): number {
  const { clock } = useClient()
  const [seconds, setSeconds] = useState(() => secondsUntil(until, clock.now()))
  useEffect(() => {
    const look = () => setSeconds(secondsUntil(until, clock.now()))
    look()
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [clock, until])
  return seconds
}
