import { GraphError } from '@mov-ticket/sdk'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** A fault in one sentence, for the place where something was tried. */
export function useFaultWords(): (error: unknown) => string {
  const t = useTranslations('faults.short')
  return useCallback(
    (error) => {
      if (!(error instanceof GraphError)) return t('inside')
      if (error.code === 'RATE_LIMITED') return t('limited', { seconds: error.retryAfterSeconds ?? 10 })
      if (error.code === 'NETWORK' || error.code === 'TIMEOUT') return t('unreachable')
      return error.code === 'UNAVAILABLE' ? t('busy') : t('inside')
    },
    [t],
  )
}
