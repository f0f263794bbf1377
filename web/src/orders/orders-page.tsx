import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Page } from '../layout/page.js'
import { OwnWords } from '../session/own-words.js'
import { SignedOut } from '../session/signed-out.js'
import { useSession } from '../session/session.js'
import { useEndedSession } from '../session/use-ended-session.js'
import { Button, ButtonLink } from '../ui/button.js'
import { FaultNotice } from '../ui/fault-notice.js'
import { Notice } from '../ui/notice.js'
import { useKeptFocus } from '../ui/use-kept-focus.js'
import { OrderLine } from './order-line.js'
import styles from './orders-page.module.css'
import { OrdersLoading } from './orders-loading.js'
import { useMyOrders } from './use-my-orders.js'

export function OrdersPage() {
  return <OwnWords><Bookings /></OwnWords>
}

function Bookings() {
  const t = useTranslations('orders')
  const { user } = useSession()
  const content = useRef<HTMLDivElement>(null)
  useKeptFocus(content, user ? 'mine' : 'nobody')
  return (
    <Page title={t('title')}>
      <div ref={content} tabIndex={-1} className={styles.content}>
        {user === null ? <SignedOut title={t('signedOut')} text={t('signedOutText')} reason={t('whySignIn')} /> : <MyOrders isKnown={user !== undefined} />}
      </div>
    </Page>
  )
}

function MyOrders({ isKnown }: { readonly isKnown: boolean }) {
  const t = useTranslations('orders')
  const { orders, error, retry } = useMyOrders({ when: isKnown })
  useEndedSession(error)
  if (orders === undefined) return error === null ? <OrdersLoading /> : <FaultNotice error={error} onRetry={retry} />
  const { current, past, hasMore, isFetchingMore, fetchMore } = orders
  if (current.length === 0 && past.length === 0) {
    return <Notice title={t('none')} actions={<ButtonLink kind="main" to="/">{t('programme')}</ButtonLink>}><p>{t('noneText')}</p></Notice>
  }
  return (
    <>
      <section className={styles.part} aria-labelledby="current">
        <h2 id="current">{t('current')}</h2>
        {current.length === 0 ? <p className={styles.nothing}>{t('nothingAhead')} <ButtonLink to="/">{t('programme')}</ButtonLink></p> : (
          <ul>{current.map((order) => <OrderLine key={order.id} order={order} />)}</ul>
        )}
      </section>
      {past.length > 0 && (
        <section className={styles.part} aria-labelledby="past">
          <h2 id="past">{t('past')}</h2>
          <ul>{past.map((order) => <OrderLine key={order.id} order={order} />)}</ul>
        </section>
      )}
      {hasMore && <Button className={styles.more} busy={isFetchingMore} onClick={fetchMore}>{t('more')}</Button>}
    </>
  )
}
