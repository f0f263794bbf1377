import type english from '../en/layout.js'
import type { Translated } from '../catalogue.js'

export default {
  skip: 'Zum Inhalt',
  home: 'mov-ticket, zum Programm',
  navigation: 'Haupt',
  programme: 'Programm',
  orders: 'Meine Buchungen',
  office: 'Verwaltung',
  settings: 'Sprache und Farben',
  language: 'Sprache',
  theme: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  loading: 'Die Seite wird geladen.',
  offline: 'Sie sind offline. Sie sehen, was zuletzt bekannt war; es wird erneuert, sobald die Verbindung wieder da ist.',
  footer: 'Freie Plätze sind so, wie sie jetzt sind, nicht wie beim Öffnen der Seite.',
  graph: 'Der Graph, für Programme',
  fault: {
    title: 'Diese Seite lässt sich nicht zeigen',
    text: 'Vielleicht wurde die App erneuert, seit Sie sie geöffnet haben. Neu geladen kommt die neue.',
    reload: 'Neu laden',
  },
  notFound: {
    title: 'Unter dieser Adresse gibt es nichts',
    text: 'Vielleicht ist es vorbei, oder es gehört jemand anderem.',
    programme: 'Zum Programm',
  },
} as const satisfies Translated<typeof english>
