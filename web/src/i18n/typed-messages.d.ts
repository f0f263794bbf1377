import type { English } from './catalogue.js'

declare module 'use-intl' {
  interface AppConfig {
    /** Names of messages and the values that they take are checked: a typing error does not build. */
    Messages: English
  }
}
