import { use, useDeferredValue, useMemo } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import { useLanguage } from './language.js'
import type { Language } from './languages.js'

/** What adds words to those that everybody has: they come with the pages that say them. What is on screen stays until another language is there. */
export function wordsOnDemand<Words extends object>(load: (language: Language) => Promise<Words>): ComponentType<{ readonly children: ReactNode }> {
  const loading = new Map<Language, Promise<Words>>()

  function wordsIn(language: Language): Promise<Words> {
    const known = loading.get(language)
    if (known !== undefined) return known
    const loaded = load(language)
    loading.set(language, loaded)
    // One that fails now is tried again.
    loaded.catch(() => loading.delete(language))
    return loaded
  }

  return function WordsOnDemand({ children }) {
    const { language } = useLanguage()
    const all = useMessages()
    const own = use(wordsIn(useDeferredValue(language)))
    const messages = useMemo(() => ({ ...all, ...own }), [all, own])
    return <IntlProvider locale={useLocale()} messages={messages}>{children}</IntlProvider>
  }
}
