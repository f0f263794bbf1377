import { usePaints } from './chart/looks.js'
import styles from './now-bar.module.css'
import type { SeatCounts } from './seat-counts.js'

/** The house as one bar: sold, held, free, and what is not for sale as a gap. The figures below say the same. */
export function NowBar({ counts, all }: { readonly counts: SeatCounts | null; readonly all: number }) {
  const { paints, hatch } = usePaints()
  const share = (seats: number) => `${all === 0 ? 0 : (seats / all) * 100}%`
  const { sold, locked, free } = counts ?? { sold: 0, locked: 0, free: all }
  return (
    <svg className={styles.bar} aria-hidden="true">
      <defs>{hatch}</defs>
      <rect className={styles.gap} x="0" y="0" width="100%" height="100%" />
      <rect className={styles.house} x="0" y="0" width={share(sold + locked + free)} height="100%" />
      <rect className={styles.part} fill={paints.hatched.fill} x={share(sold)} y="0" width={share(locked)} height="100%" />
      <rect className={styles.part} data-look="solid" x="0" y="0" width={share(sold)} height="100%" />
    </svg>
  )
}
