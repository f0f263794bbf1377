import { useTranslations } from 'use-intl'
import { useDates } from '../../i18n/use-dates.js'
import { Page } from '../../layout/page.js'
import { Button, ButtonLink } from '../../ui/button.js'
import { Notice } from '../../ui/notice.js'
import { pathTo } from '../screening/screening-tabs.js'
import type { Scheduled } from './use-schedule.js'

export function ScheduledNotice({ scheduled: { screening, already }, onAnother }: { readonly scheduled: Scheduled; readonly onAnother: () => void }) {
  const t = useTranslations('officeSchedule.done')
  const dates = useDates()
  const { id, movie, auditorium, startsAt } = screening
  return (
    <Page title={t('title')} hideHeading>
      <Notice title={t('title')} actions={
        <>
          <ButtonLink to={pathTo(id, 'seats')}>{t('seats')}</ButtonLink>
          <ButtonLink to={`~/screenings/${id}`}>{t('public')}</ButtonLink>
          <Button kind="main" onClick={onAnother}>{t('another')}</Button>
        </>
      }>
        <p role="status">{t('text', { film: movie.title, moment: dates.moment(new Date(startsAt)), room: auditorium.name })}</p>
        {already && <p>{t('already')}</p>}
      </Notice>
    </Page>
  )
}
