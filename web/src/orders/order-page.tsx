import type { Order } from '@mov-ticket/sdk'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useAsk } from '../data/use-ask.js'
import { useDates } from '../i18n/use-dates.js'
import { NotFoundPage } from '../layout/not-found-page.js'
import { Page } from '../layout/page.js'
import { PageLoading } from '../layout/page-loading.js'
import { useLiveOrder } from '../screening/use-live-order.js'
import { OwnWords } from '../session/own-words.js'
import { SignedOut } from '../session/signed-out.js'
import { useSession } from '../session/session.js'
import type { User } from '../session/session.js'
import { useEndedSession } from '../session/use-ended-session.js'
import { FaultNotice } from '../ui/fault-notice.js'
import { Icon } from '../ui/icon.js'
import { useKeptFocus } from '../ui/use-kept-focus.js'
import { BookedOrder } from './booked-order.js'
import { EndedOrder } from './ended-order.js'
import { HeldOrder } from './held-order.js'
import { OrderHistory } from './order-history.js'
import { OrderMark } from './order-mark.js'
import styles from './order-page.module.css'
import { holderOf, orderOf } from './questions.js'
import { standingOf } from './standing.js'
import { useOrderSteps } from './use-order-steps.js'
import { useServerNow } from './use-server-now.js'

export function OrderPage({ id }: { readonly id: string }) {
  return <OwnWords><Content id={id} /></OwnWords>
}

function Content({ id }: { readonly id: string }) {
  const t = useTranslations('orders')
  const { user } = useSession()
  const { data: order, error, refetch } = useAsk(orderOf(id), { when: Boolean(user) })
  useEndedSession(error)
  if (user === null) {
    return <Page title={t('one')} hideHeading><SignedOut title={t('signedOutOne')} text={t('signedOutOneText')} reason={t('whySignIn')} /></Page>
  }
  if (order === null) return <NotFoundPage />
  if (user !== undefined && order !== undefined) return <LiveOrder key={id} asked={order} user={user} />
  return error === null ? <PageLoading /> : <FaultNotice error={error} onRetry={() => void refetch()} />
}

function LiveOrder({ asked, user }: { readonly asked: Order; readonly user: User }) {
  const t = useTranslations('orders')
  const dates = useDates()
  const order = useLiveOrder(asked.id, asked) ?? asked
  const steps = useOrderSteps(order.id)
  useEndedSession(steps.problem !== null && 'error' in steps.problem ? steps.problem.error : null)
  // Everybody else sees only their own.
  const holder = useAsk(holderOf(order.id), { when: user.role === 'ADMIN' }).data ?? (user.role === 'ADMIN' ? null : user)
  const content = useRef<HTMLDivElement>(null)
  useKeptFocus(content, order.status)
  const { movie, startsAt } = order.screening
  const props = { order, steps, holder, isMine: holder?.id === user.id, history: <OrderHistory order={order} /> }
  const standing = standingOf(order, useServerNow())
  return (
    <Page title={t('titleOf', { film: movie.title, moment: dates.moment(new Date(startsAt)) })} heading={movie.title} large hideHeading={order.status === 'RESERVED'} className={styles.order}>
      <div className={styles.above}>
        <Link to="/orders" className={styles.back}><Icon name="back" size={18} />{t('title')}</Link>
        <OrderMark standing={standing} />
      </div>
      <div ref={content} tabIndex={-1} className={styles.content}>
        {order.status === 'LOCKED' || order.status === 'PENDING' ? <HeldOrder {...props} /> : order.status === 'RESERVED' ? <BookedOrder {...props} /> : <EndedOrder {...props} />}
      </div>
    </Page>
  )
}

export interface OrderProps {
  readonly order: Order
  readonly steps: ReturnType<typeof useOrderSteps>
  /** Null: not known yet. */
  readonly holder: { readonly name: string } | null
  /** Administrators look at those of others, and do nothing with them. */
  readonly isMine: boolean
  /** What happened to it, which has another place in each state. */
  readonly history: ReactNode
}
