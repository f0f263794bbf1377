export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** How dates, times and money are written: Europe's English, since prices and clocks are. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' }

/** Each in its own words, as its speakers look for it. */
export const nameOf: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

/** What somebody chose here, else the first of the browser's languages that there is, else English. */
export function chooseLanguage(chosen: string | null, wanted: readonly string[]): Language {
  const known = [chosen ?? '', ...wanted].map((tag) => languages.find((language) => tag.toLowerCase().split('-', 1)[0] === language))
  return known.find((language) => language !== undefined) ?? 'en'
}
