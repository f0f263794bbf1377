import { useId } from 'react'
import styles from './looks.module.css'
import type { Look } from './series.js'

export interface Paint {
  readonly className: string
  readonly fill?: string
}

/** How each look is painted within one drawing, which has `hatch` among its definitions. */
export function usePaints() {
  const id = useId()
  const paints: Readonly<Record<Look, Paint>> = {
    solid: { className: styles.solid ?? '' },
    hatched: { className: styles.hatched ?? '', fill: `url(#${id})` },
    outlined: { className: styles.outlined ?? '' },
  }
  const hatch = (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className={styles.hatch} width="6" height="6" />
      <path className={styles.line} d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3" />
    </pattern>
  )
  return { paints, hatch }
}

/** What a look is called by, beside its name. */
export function Swatch({ look }: { readonly look: Look }) {
  const { paints, hatch } = usePaints()
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <defs>{hatch}</defs>
      <rect x="0.75" y="0.75" width="12.5" height="12.5" rx="2" {...paints[look]} strokeWidth="1.5" />
    </svg>
  )
}
