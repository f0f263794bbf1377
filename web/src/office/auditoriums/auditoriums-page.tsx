import { useTranslations } from 'use-intl'
import { useAsk } from '../../data/use-ask.js'
import { Page } from '../../layout/page.js'
import { PageLoading } from '../../layout/page-loading.js'
import { ButtonLink } from '../../ui/button.js'
import { FaultNotice } from '../../ui/fault-notice.js'
import { Notice } from '../../ui/notice.js'
import { rooms } from '../schedule/questions.js'
import styles from './auditoriums-page.module.css'
import { RoomLine } from './room-line.js'

export function AuditoriumsPage() {
  const t = useTranslations('officeBuilder.list')
  const { data, error, refetch } = useAsk(rooms)
  if (data === undefined) return error === null ? <PageLoading /> : <FaultNotice error={error} onRetry={() => void refetch()} />
  return (
    <Page title={t('title')}>
      <div className={styles.tools}>
        <p className={styles.hint}>{t('fixed')}</p>
        <ButtonLink kind="main" to="/auditoriums/new">{t('build')}</ButtonLink>
      </div>
      {data.length === 0 ? (
        <Notice title={t('none')}><p>{t('noneText')}</p></Notice>
      ) : (
        <ul className={styles.rooms}>{data.map((room) => <RoomLine key={room.id} room={room} />)}</ul>
      )}
    </Page>
  )
}
