import type english from '../en/programme.js'
import type { Translated } from '../catalogue.js'

export default {
  title: 'Programm',
} as const satisfies Translated<typeof english>
