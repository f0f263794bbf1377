import type { Translated } from './catalogue.js'
import type en from './en/own-catalogue.js'
import type { Language } from './languages.js'

export type OwnEnglish = typeof en
export type OwnCatalogue = Translated<OwnEnglish>

/** The words of what is one's own, bookings and account, by themselves: who only looks at the programme loads none of them. */
const catalogues: Readonly<Record<Language, () => Promise<{ readonly default: OwnCatalogue }>>> = {
  en: () => import('./en/own-catalogue.js'),
  de: () => import('./de/own-catalogue.js'),
}

export async function loadOwnCatalogue(language: Language): Promise<OwnCatalogue> {
  const { default: catalogue } = await catalogues[language]()
  return catalogue
}
