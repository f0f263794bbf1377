import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from './button.js'
import styles from './confirm.module.css'

export interface ConfirmProps {
  /** The button that asks for it. */
  readonly label: ReactNode
  /** What will happen. */
  readonly question: ReactNode
  readonly yes: ReactNode
  readonly no: ReactNode
  readonly busy?: boolean
  readonly onConfirm: () => void
}

/** For what can't be undone: says in place what it means before it is done. Escape thinks better of it. */
export function Confirm({ label, question, yes, no, busy = false, onConfirm }: ConfirmProps) {
  const [isAsking, setIsAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const cameBack = useRef(false)
  const id = useId()
  useEffect(() => {
    if (!isAsking && cameBack.current) opener.current?.focus()
    cameBack.current = isAsking
  }, [isAsking])
  const leave = () => setIsAsking(false)
  const answer = { 'aria-describedby': id, onKeyDown: ({ key }: KeyboardEvent) => key === 'Escape' && !busy && leave() }

  if (!isAsking) return <Button ref={opener} className={styles.opener} onClick={() => setIsAsking(true)}>{label}</Button>
  return (
    <div role="group" aria-labelledby={id} className={styles.confirm}>
      <p id={id}>{question}</p>
      <div className={styles.answers}>
        <Button kind="danger" busy={busy} onClick={onConfirm} {...answer}>{yes}</Button>
        <Button autoFocus onClick={leave} {...answer}>{no}</Button>
      </div>
    </div>
  )
}
