import type english from '../en/film.js'
import type { Translated } from '../catalogue.js'

export default {
  loading: 'Der Film wird geladen.',
  back: 'Programm',
  times: 'Wann er läuft',
  none: 'Noch keine Zeiten',
  noneText: 'Er steht für die nächsten Tage nicht im Programm.',
  rating: 'Freigabe {rating}',
  from: 'Plätze ab {price}',
} as const satisfies Translated<typeof english>
