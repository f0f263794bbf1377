import { useMemo } from 'react'
import { encode } from 'uqr'
import styles from './qr-code.module.css'

/** What readers want around it, in modules. */
const QUIET = 4

/** A code for machines. `label` is what it is for people who can't see it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg role="img" aria-label={label} className={styles.code} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}

/** One path: a stroke for each row of dark modules. */
function drawn(text: string): { readonly size: number; readonly path: string } {
  // M: a crease or a fingerprint on the glass does no harm.
  const { size, data } = encode(text, { ecc: 'M', border: QUIET })
  const rows = data.map((row, y) =>
    [...row.map((isDark) => (isDark ? '1' : '0')).join('').matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`).join(''),
  )
  return { size, path: rows.join('') }
}
