export { clearNamespace } from './clear-namespace.js'
