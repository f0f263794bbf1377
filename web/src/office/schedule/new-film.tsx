import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useQueryClient } from '@tanstack/react-query'
import { useClient } from '../../data/client.js'
import { useFaultWords } from '../../session/use-fault-words.js'
import { useForm } from '../../session/use-form.js'
import { Button } from '../../ui/button.js'
import { Field } from '../../ui/field.js'
import type { Film } from './draft.js'
import styles from './film-choice.module.css'

const MOST_GENRES = 10
const LONGEST_GENRE = 40

export function NewFilm({ title, onAdded, onBack }: { readonly title: string; readonly onAdded: (film: Film) => void; readonly onBack: () => void }) {
  const t = useTranslations('officeSchedule')
  const client = useClient()
  const answers = useQueryClient()
  const sayFault = useFaultWords()
  const send = useCallback(
    async (values: Readonly<Record<string, string>>) => {
      const { title: name = '', runtimeMinutes: minutes = '', synopsis = '', rating = '', genres: list = '' } = values
      const genres = list.split(',').map((genre) => genre.trim()).filter((genre) => genre !== '')
      const runtimeMinutes = Number(minutes)
      const fields = {
        ...(name.trim() === '' && { title: t('faults.title') }),
        ...(!(Number.isInteger(runtimeMinutes) && runtimeMinutes >= 1 && runtimeMinutes <= 1_440) && { runtimeMinutes: t('faults.runtime') }),
        ...((genres.length > MOST_GENRES || new Set(genres).size < genres.length || genres.some((genre) => genre.length > LONGEST_GENRE)) && { genres: t('faults.genres') }),
      }
      if (Object.keys(fields).length > 0) return { fields }
      const film = await client.createMovie({ input: { title: name.trim(), runtimeMinutes, synopsis: synopsis.trim(), rating: rating.trim() === '' ? null : rating.trim(), genres } })
      void answers.invalidateQueries({ queryKey: ['office', 'films'] })
      onAdded(film)
      return null
    },
    [client, answers, onAdded, t],
  )
  const { faults, isBusy, onSubmit } = useForm(send, sayFault)
  return (
    <form className={styles.new} noValidate onSubmit={onSubmit} aria-labelledby="new-film">
      <h2 id="new-film">{t('newFilm.heading')}</h2>
      <Field label={t('newFilm.title')} name="title" autoFocus autoComplete="off" maxLength={200} defaultValue={title} fault={faults.fields['title']} />
      <div className={styles.pair}>
        <Field label={t('newFilm.runtime')} name="runtimeMinutes" inputMode="numeric" autoComplete="off" fault={faults.fields['runtimeMinutes']} />
        <Field label={t('newFilm.rating')} name="rating" autoComplete="off" maxLength={20} hint={t('newFilm.ratingHint')} fault={faults.fields['rating']} />
      </div>
      <Field label={t('newFilm.genres')} name="genres" autoComplete="off" hint={t('newFilm.genresHint')} fault={faults.fields['genres']} />
      <Field label={t('newFilm.synopsis')} name="synopsis" autoComplete="off" maxLength={5000} fault={faults.fields['synopsis']} />
      {faults.whole !== null && <p role="alert" className={styles.fault}>{faults.whole}</p>}
      <div className={styles.actions}>
        <Button type="submit" busy={isBusy}>{t('newFilm.add')}</Button>
        <Button kind="quiet" onClick={onBack}>{t('newFilm.back')}</Button>
      </div>
    </form>
  )
}
