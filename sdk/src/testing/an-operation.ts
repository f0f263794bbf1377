import type { AnyOperation } from '../operation.js'

export const anOperation: AnyOperation = { kind: 'query', name: 'Movies', rootField: 'movies', text: '{movies{totalCount}}' }
