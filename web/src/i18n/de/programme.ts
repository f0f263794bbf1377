import type english from '../en/programme.js'
import type { Translated } from '../catalogue.js'

export default {
  title: 'Programm',
  titleOf: 'Programm, {day}',
  days: 'Tage',
  films: 'Filme und Zeiten',
  loading: 'Das Programm wird geladen.',
  minutes: '{minutes, number} Min.',
  times: 'Zeiten von {title}',
  search: {
    label: 'Filme suchen',
    placeholder: 'Filme suchen',
    clear: 'Suche leeren',
    title: 'Suche: {text}',
    found: '{count, plural, =0 {Kein Film heißt so} one {# Film} other {# Filme}}',
    none: 'Kein Film heißt „{text}“',
    noneText: 'Ein paar Buchstaben des Titels genügen.',
    noTimes: 'Läuft in den nächsten Tagen nicht.',
    all: 'Das ganze Programm',
    more: 'Alle Zeiten',
  },
  free: '{count, plural, one {# frei} other {# frei}}',
  few: '{count, plural, one {noch #} other {noch #}}',
  soldOut: 'Ausverkauft',
  cancelled: 'Entfällt',
  begun: 'Läuft schon',
  legend: 'Jeder Strich ist ein Zehntel der Plätze; volle sind vergeben.',
  showtime: '{time}, {room}, {free}',
  nothing: {
    title: 'An diesem Tag läuft nichts',
    over: 'Der letzte Film des Tages hat begonnen',
    next: 'Wieder: {day}',
    text: 'Das Kino ist geschlossen, oder das Programm ist noch nicht da.',
    overText: 'Kommen Sie morgen, oder wählen Sie oben einen anderen Tag.',
  },
  stale: 'Stand {time}; erneuern ging gerade nicht.',
} as const satisfies Translated<typeof english>
