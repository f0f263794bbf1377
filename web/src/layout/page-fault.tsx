import { Component } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.js'
import { Notice } from '../ui/notice.js'

interface PageFaultProps {
  /** Which page: another one is another try. */
  readonly at: string
  readonly children: ReactNode
}

/** A page that can't be shown takes nothing else with it. */
export class PageFault extends Component<PageFaultProps, { readonly at: string; readonly isFaulty: boolean }> {
  override state = { at: this.props.at, isFaulty: false }

  static getDerivedStateFromError() {
    return { isFaulty: true }
  }

  static getDerivedStateFromProps({ at }: PageFaultProps, state: { readonly at: string }) {
    return at === state.at ? null : { at, isFaulty: false }
  }

  override render() {
    return this.state.isFaulty ? <Fault /> : this.props.children
  }
}

/** Most often the app has been published anew and a part of the old one is gone. */
function Fault() {
  const t = useTranslations('layout.fault')
  return (
    <Notice urgent title={t('title')} actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}>
      <p>{t('text')}</p>
    </Notice>
  )
}
