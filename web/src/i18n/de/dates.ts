import type english from '../en/dates.js'
import type { Translated } from '../catalogue.js'

export default {
  today: 'Heute',
  tomorrow: 'Morgen',
  moment: '{day} um {time}',
} as const satisfies Translated<typeof english>
