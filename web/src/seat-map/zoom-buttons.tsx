import { useTranslations } from 'use-intl'
import styles from './zoom-buttons.module.css'
import type { Zoom } from './use-zoom.js'
import { LEAST, MOST } from './zoom.js'

export function ZoomButtons({ zoom }: { readonly zoom: Zoom }) {
  const t = useTranslations('seatMap.zoom')
  return (
    <div role="group" aria-label={t('group')} className={styles.buttons}>
      <Step name={t('in')} shape="M5 12h14M12 5v14" isEnd={zoom.pitch >= MOST} onPress={zoom.in} />
      <Step name={t('out')} shape="M5 12h14" isEnd={zoom.pitch <= LEAST} onPress={zoom.out} />
    </div>
  )
}

function Step({ name, shape, isEnd, onPress }: { readonly name: string; readonly shape: string; readonly isEnd: boolean; readonly onPress: () => void }) {
  return (
    <button type="button" aria-label={name} title={name} aria-disabled={isEnd} onClick={() => isEnd || onPress()}>
      <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" aria-hidden="true"><path d={shape} /></svg>
    </button>
  )
}
