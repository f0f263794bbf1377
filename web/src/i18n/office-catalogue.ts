import type { Translated } from './catalogue.js'
import type en from './en/office-catalogue.js'
import type { Language } from './languages.js'

export type OfficeEnglish = typeof en
export type OfficeCatalogue = Translated<OfficeEnglish>

/** The words of the back office, by themselves: who buys tickets loads none of them. */
const catalogues: Readonly<Record<Language, () => Promise<{ readonly default: OfficeCatalogue }>>> = {
  en: () => import('./en/office-catalogue.js'),
  de: () => import('./de/office-catalogue.js'),
}

export async function loadOfficeCatalogue(language: Language): Promise<OfficeCatalogue> {
  const { default: catalogue } = await catalogues[language]()
  return catalogue
}
