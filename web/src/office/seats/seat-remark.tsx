import { useFormatter, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import tray from '../../screening/tray.module.css'
import type { Remark, SeatStore } from '../../seat-map/seat-store.js'
import { useSeats } from '../../seat-map/use-seats.js'
import { pathTo } from '../screening/screening-tabs.js'

/** Why a seat can't be chosen, or is no longer, said once and beside what is chosen. */
export function SeatRemark({ screeningId, store }: { readonly screeningId: string; readonly store: SeatStore }) {
  const t = useTranslations('officeSeats.remark')
  const format = useFormatter()
  const remark = useSeats(store, (now) => now.remark)

  function said(now: Remark): string {
    if (now.kind === 'full') return t('full', { most: now.most })
    if (now.kind === 'lost') return t('lost', { seats: format.list(now.seats.map(({ label }) => label)) })
    return t(now.state === 'locked' ? 'locked' : 'sold', { seat: now.seats[0].label })
  }

  return (
    <div className={tray.remark} data-said={remark !== null || undefined}>
      <p role="status">{remark === null ? '' : said(remark)}</p>
      {remark?.kind === 'taken' && <p><Link to={`${pathTo(screeningId, 'history')}?seat=${encodeURIComponent(remark.seats[0].label)}`}>{t('history')}</Link></p>}
    </div>
  )
}
