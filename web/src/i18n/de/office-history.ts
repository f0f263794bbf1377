import type english from '../en/office-history.js'
import type { Translated } from '../catalogue.js'

export default {
  choose: 'Schreiben Sie, welcher Platz, oder wählen Sie ihn im Saal: Wer ihn hatte, steht dann hier, mit den Zeiten.',
  toRoom: 'Im Saal wählen',
  of: 'Verlauf von {seat}',
  field: {
    label: 'Platz',
    hint: 'Reihen {first} bis {last}, zum Beispiel {first}1.',
    show: 'Zeigen',
    empty: 'Schreiben Sie, welcher Platz, zum Beispiel F7.',
    unknown: 'Einen Platz {seat} hat dieser Saal nicht.',
  },
  picker: {
    map: 'Plätze des Saals',
    row: 'Reihe {row}',
    screen: 'Leinwand',
  },
  now: {
    free: 'Jetzt frei',
    chosen: 'Jetzt frei',
    locked: 'Wird gerade gehalten',
    held: 'Wird gerade gehalten',
    sold: 'Verkauft',
    booked: 'Verkauft',
    blocked: 'Zurzeit nicht zu haben',
    blockedText: 'Der Platz wurde hier in der Verwaltung gesperrt. Das ist keine Bestellung und steht nicht in der Liste.',
    cancelledText: 'Die Vorstellung entfällt.',
  },
  trail: {
    title: 'Wer {seat} hatte',
    none: '{seat} hatte noch niemand.',
    count: '{count, plural, one {Einmal vergeben.} other {#-mal vergeben, zuletzt zuerst.}}',
    more: 'Frühere zeigen',
    stale: 'Die Liste ließ sich nicht erneuern.',
    again: 'Noch einmal',
  },
  entry: {
    holds: '{name} hält ihn gerade',
    has: '{name} hat ihn gekauft',
    held: '{name} hielt ihn',
    had: '{name} hatte ihn gekauft',
    with: 'mit {seats}',
    order: 'Bestellung',
    orderOf: 'Bestellung von {name}, {time}',
    locked: 'Für die Buchung gehalten',
    reserved: 'Gebucht',
    endings: {
      GIVEN_UP: 'Zurückgegeben',
      TIME_UP: 'Wieder frei: nicht rechtzeitig gebucht',
      SCREENING_CANCELLED: 'Wieder frei: die Vorstellung entfällt',
      LOST: 'Nicht mehr gehalten; warum, ist nicht bekannt',
    },
    for: '{time} lang.',
    brief: 'Weniger als eine Sekunde lang.',
    still: 'Bis jetzt.',
  },
} as const satisfies Translated<typeof english>
