import type en from './en/catalogue.js'
import type { Language } from './languages.js'

export type English = typeof en

/** The same names in another language. catalogue.spec.ts sees to it that each message takes the same values. */
export type Translated<Messages> = { readonly [Name in keyof Messages]: Messages[Name] extends string ? string : Translated<Messages[Name]> }
export type Catalogue = Translated<English>

const catalogues: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => import('./en/catalogue.js'),
  de: () => import('./de/catalogue.js'),
}

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const { default: catalogue } = await catalogues[language]()
  return catalogue
}
