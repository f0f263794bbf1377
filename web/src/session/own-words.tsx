import { loadOwnCatalogue } from '../i18n/own-catalogue.js'
import { wordsOnDemand } from '../i18n/words-on-demand.js'

/** Adds the words of the pages of what is one's own: bookings and account. */
export const OwnWords = wordsOnDemand(loadOwnCatalogue)
