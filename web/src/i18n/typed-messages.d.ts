import type { English } from './catalogue.js'
import type { OfficeEnglish } from './office-catalogue.js'
import type { OwnEnglish } from './own-catalogue.js'

declare module 'use-intl' {
  interface AppConfig {
    /** Names of messages and the values that they take are checked: a typing error does not build. Those of the office are there in the office, those of what is one's own on its pages. */
    Messages: English & OfficeEnglish & OwnEnglish
  }
}
