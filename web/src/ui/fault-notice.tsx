import { GraphError } from '@mov-ticket/sdk'
import { useTranslations } from 'use-intl'
import { Button } from './button.js'
import { Notice } from './notice.js'

/** That something could not be had, why, and another try. */
export function FaultNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useTranslations('faults')
  const kind = kindOf(error)
  const number = error instanceof GraphError ? error.correlationId : null
  return (
    <Notice urgent title={t(`${kind}.title`)} actions={<Button onClick={onRetry}>{t('again')}</Button>}>
      <p>{t(`${kind}.text`)}</p>
      {kind === 'inside' && number !== null && <p>{t('number', { number })}</p>}
    </Notice>
  )
}

function kindOf(error: unknown): 'unreachable' | 'busy' | 'inside' {
  if (!(error instanceof GraphError)) return 'inside'
  if (error.code === 'NETWORK' || error.code === 'TIMEOUT') return 'unreachable'
  return error.code === 'UNAVAILABLE' || error.code === 'RATE_LIMITED' ? 'busy' : 'inside'
}
