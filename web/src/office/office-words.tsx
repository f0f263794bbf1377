import { loadOfficeCatalogue } from '../i18n/office-catalogue.js'
import { wordsOnDemand } from '../i18n/words-on-demand.js'

/** Adds the words of the office to those that everybody has. */
export const OfficeWords = wordsOnDemand(loadOfficeCatalogue)
