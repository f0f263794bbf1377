import { use, useDeferredValue, useMemo } from 'react'
import type { ReactNode } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import { useLanguage } from '../i18n/language.js'
import type { Language } from '../i18n/languages.js'
import { loadOfficeCatalogue } from '../i18n/office-catalogue.js'
import type { OfficeCatalogue, OfficeEnglish } from '../i18n/office-catalogue.js'

const loading = new Map<Language, Promise<OfficeCatalogue>>()

function catalogueOf(language: Language): Promise<OfficeCatalogue> {
  const known = loading.get(language)
  if (known !== undefined) return known
  const loaded = loadOfficeCatalogue(language)
  loading.set(language, loaded)
  // One that fails now is tried again.
  loaded.catch(() => loading.delete(language))
  return loaded
}

/** Adds the words of the office to those that everybody has. What is on screen stays until another language is there. */
export function OfficeWords({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  const all = useMessages()
  const own = use(catalogueOf(useDeferredValue(language)))
  const messages = useMemo(() => ({ ...all, ...likeEnglish(own) }), [all, own])
  return <IntlProvider locale={useLocale()} messages={messages}>{children}</IntlProvider>
}

function likeEnglish(catalogue: OfficeCatalogue): OfficeEnglish {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the words differ
  return catalogue as OfficeEnglish
}
