import type english from '../en/faults.js'
import type { Translated } from '../catalogue.js'

export default {
  again: 'Noch einmal',
  unreachable: {
    title: 'Das Kino ist nicht zu erreichen',
    text: 'Es kam keine Antwort. Sehen Sie nach Ihrer Verbindung und versuchen Sie es noch einmal.',
  },
  busy: {
    title: 'Das ging gerade nicht',
    text: 'Ein Teil unseres Systems ist beschäftigt oder startet neu. Meist ist es in einer Minute wieder da.',
  },
  inside: {
    title: 'Bei uns ist etwas schiefgegangen',
    text: 'Es ist vermerkt. Vielleicht hilft es, es noch einmal zu versuchen.',
  },
  number: 'Falls Sie uns deshalb schreiben, nennen Sie diese Nummer: {number}',
  short: {
    unreachable: 'Es kam keine Antwort. Sehen Sie nach Ihrer Verbindung und versuchen Sie es noch einmal.',
    busy: 'Das ging gerade nicht. Versuchen Sie es gleich noch einmal.',
    limited: 'Das war viel auf einmal. Wieder möglich in {seconds, plural, one {# Sekunde} other {# Sekunden}}.',
    inside: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal.',
  },
} as const satisfies Translated<typeof english>
