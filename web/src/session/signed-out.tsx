import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.js'
import { Notice } from '../ui/notice.js'
import { useSession } from './session.js'

/** In the place of what only somebody who is signed in has. */
export function SignedOut({ title, text, reason }: {
  readonly title: string
  readonly text: string
  /** What the panel says, in a sentence. */
  readonly reason: string
}) {
  const t = useTranslations('session')
  const { signIn } = useSession()
  return (
    <Notice title={title} actions={<Button kind="main" onClick={() => void signIn(reason)}>{t('signIn')}</Button>}>
      <p>{text}</p>
    </Notice>
  )
}
