import type english from '../en/seat-map.js'
import type { Translated } from '../catalogue.js'

export default {
  map: 'Plätze',
  mapHint: 'Pfeiltasten gehen von Platz zu Platz und von Reihe zu Reihe, die Leertaste wählt.',
  screen: 'Leinwand',
  row: 'Reihe {row}',
  seat: 'Reihe {row}, Platz {number}, {kind}, {price}, {state}',
  tip: 'Reihe {row}, Platz {number}',
  kinds: { STANDARD: 'Standard', PREMIUM: 'Premium', ACCESSIBLE: 'Rollstuhlplatz', COMPANION: 'Begleitplatz' },
  states: {
    free: 'frei',
    chosen: 'Ihre Wahl',
    held: 'für Sie gehalten',
    booked: 'von Ihnen gebucht',
    locked: 'von jemand anderem gehalten',
    sold: 'verkauft',
    blocked: 'nicht im Verkauf',
  },
  legend: 'Legende',
  zoom: { group: 'Größe des Plans', in: 'Größer', out: 'Kleiner', fit: 'Ganze Breite' },
  view: { group: 'Wie die Plätze gezeigt werden', map: 'Plan', list: 'Liste' },
  overview: 'Übersicht: wo Sie auf dem Plan sind',
  rowCount: '{count, plural, =0 {nichts frei} one {# frei} other {# frei}}',
  listHint: 'Jede Reihe mit ihren Plätzen, von links nach rechts.',
  connection: {
    live: 'Live',
    connecting: 'Die Plätze werden geladen.',
    stale: 'Live-Stand angehalten, wird neu verbunden. Plätze von {time}.',
    ended: 'Dieser Plan wird nicht mehr erneuert.',
  },
} as const satisfies Translated<typeof english>
