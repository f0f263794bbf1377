import type { ComponentProps } from 'react'
import { Link } from 'wouter'
import styles from './button.module.css'

/** `main` is the one action that matters on a screen; `danger` takes something away. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

interface Look {
  readonly kind?: ButtonKind
  /** Works on it: keeps its size and its focus, and can't be pressed again. */
  readonly busy?: boolean
}

export function Button({ kind = 'plain', busy = false, type = 'button', className, onClick, ...rest }: ComponentProps<'button'> & Look) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(kind, className)}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    />
  )
}

export function ButtonLink({ kind = 'plain', to, className, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { readonly to: string } & Pick<Look, 'kind'>) {
  return <Link {...rest} to={to} className={classOf(kind, className)} />
}

function classOf(kind: ButtonKind, more: string | undefined): string {
  return [styles.button, styles[kind], more].filter((name) => name !== undefined).join(' ')
}
