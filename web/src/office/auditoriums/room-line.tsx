import { useFormatter, useTranslations } from 'use-intl'
import { useAsk } from '../../data/use-ask.js'
import { ButtonLink } from '../../ui/button.js'
import { roomOf } from '../builder/room-of.js'
import type { Room } from '../schedule/draft.js'
import styles from './auditoriums-page.module.css'
import { PlanPicture } from './plan-picture.js'

export function RoomLine({ room: { id, name, seatCount, seatKinds } }: { readonly room: Room }) {
  const t = useTranslations('officeBuilder.list')
  const kinds = useTranslations('seatMap.kinds')
  const format = useFormatter()
  const { data } = useAsk(roomOf(id))
  return (
    <li className={styles.room}>
      <div className={styles.picture}>{data != null && <PlanPicture seats={data.seats} name={t('plan', { name })} />}</div>
      <div className={styles.facts}>
        <h2>{name}</h2>
        <p>{t('seats', { count: seatCount })}</p>
        <p className={styles.hint}>{format.list(seatKinds.map((kind) => kinds(kind)), { type: 'unit' })}</p>
        <div className={styles.actions}>
          <ButtonLink to={`/screenings/new?room=${id}`} aria-label={t('scheduleIn', { name })}>{t('schedule')}</ButtonLink>
          <ButtonLink kind="quiet" to={`/auditoriums/new?like=${id}`} aria-label={t('likeNamed', { name })}>{t('like')}</ButtonLink>
        </div>
      </div>
    </li>
  )
}
