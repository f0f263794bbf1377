import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './field.module.css'

export interface FieldProps extends ComponentProps<'input'> {
  readonly label: ReactNode
  /** What to know before writing. */
  readonly hint?: ReactNode
  /** What is wrong with it; null or undefined: nothing. */
  readonly fault?: ReactNode
}

/** A line to write in, with its label above it, and what is wrong below, where it is seen and spoken. */
export function Field({ label, hint, fault, id, ...input }: FieldProps) {
  const ownId = useId()
  const inputId = id ?? ownId
  const isFaulty = fault !== undefined && fault !== null
  const hintId = hint === undefined ? undefined : `${inputId}-hint`
  const faultId = isFaulty ? `${inputId}-fault` : undefined
  return (
    <div className={styles.field}>
      <label htmlFor={inputId}>{label}</label>
      <input
        {...input}
        id={inputId}
        aria-invalid={isFaulty || undefined}
        aria-describedby={[faultId, hintId].filter((part) => part !== undefined).join(' ') || undefined}
      />
      {isFaulty && <p id={faultId} className={styles.fault}>{fault}</p>}
      {hint !== undefined && <p id={hintId} className={styles.hint}>{hint}</p>}
    </div>
  )
}
