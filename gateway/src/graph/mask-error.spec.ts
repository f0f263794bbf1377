import { createLogger } from '@mov-ticket/service-kit'
import { describe, expect, it } from 'vitest'
import { maskError } from './mask-error.js'

const lines: string[] = []
const logger = createLogger({ service: 'gateway', level: 'error', destination: { write: (line) => void lines.push(line) } })
const mask = (extensions: Record<string, unknown>, message = 'at http://10.0.0.1') =>
  maskError({ message, path: ['movie'], extensions }, new Error(message), logger)

describe('an error on its way out', () => {
  it('loses everything that is not for clients', () => {
    const extensions = { code: 'NOT_FOUND', serviceName: 'tickets', stacktrace: ['x'], response: { url: 'http://10.0.0.1' }, fields: {} }
    expect(mask(extensions, 'There is no such movie.')).toEqual({ message: 'There is no such movie.', path: ['movie'], extensions: { code: 'NOT_FOUND' } })
  })

  it.each([{}, { code: 'INTERNAL_SERVER_ERROR' }, { code: 'DOWNSTREAM_SERVICE_ERROR' }, { code: 'toString' }])('is INTERNAL with %o, says nothing, and is logged', (extensions) => {
    lines.length = 0
    expect(mask(extensions)).toEqual({ message: 'Something went wrong on our side.', path: ['movie'], extensions: { code: 'INTERNAL' } })
    expect(lines.join()).toContain('http://10.0.0.1')
  })

  it('keeps Apollo\'s words about a document, and takes a bad request for bad input', () => {
    expect(mask({ code: 'GRAPHQL_PARSE_FAILED' }, 'Syntax Error')).toMatchObject({ message: 'Syntax Error', extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
    expect(mask({ code: 'BAD_REQUEST' }, 'no query')).toMatchObject({ message: 'no query', extensions: { code: 'BAD_USER_INPUT' } })
  })

  it('names the field of a variable that does not fit', () => {
    const message = 'Variable "$input" got invalid value 5 at "input.seats[3].row"; String cannot represent a non string value: 5'
    expect(mask({ code: 'BAD_USER_INPUT' }, message).extensions).toEqual({
      code: 'BAD_USER_INPUT', fields: { 'input.seats.3.row': 'String cannot represent a non string value: 5' },
    })
  })
})
