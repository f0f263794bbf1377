export type { Log } from './processes/log.js'
