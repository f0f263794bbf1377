import { createContext, use, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { remember } from '../data/remember.js'
import { loadCatalogue } from './catalogue.js'
import type { Catalogue, English } from './catalogue.js'
import { localeOf } from './languages.js'
import type { Language } from './languages.js'

interface LanguageChoice {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice | null>(null)

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext)
  if (choice === null) throw new Error('useLanguage is used outside of LanguageProvider.')
  return choice
}

/** The words, and who may change which they are. What is on screen stays until the others are there. */
export function LanguageProvider({ first, children }: { first: { language: Language; catalogue: Catalogue }; children: ReactNode }) {
  const [{ language, catalogue }, setSpoken] = useState(first)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose(next) {
        remember('language', next)
        void loadCatalogue(next).then((loaded) => setSpoken({ language: next, catalogue: loaded }))
      },
    }),
    [language],
  )
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={localeOf[language]} messages={likeEnglish(catalogue)} timeZone={timeZone}>
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}

/** Each language has the names and values of English, which is what those are checked by where they are used. */
function likeEnglish(catalogue: Catalogue): English {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the words differ
  return catalogue as English
}

/** The viewer's: the graph says when something begins, not where. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
