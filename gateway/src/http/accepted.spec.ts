import { expect, test } from 'vitest'
import { accepted } from './accepted.js'

test.each([
  ['gzip, br;q=1.0, *;q=0', ['gzip', 'br']],
  ['GZIP;q=0.000 , br ; q=0, deflate; q=0.001', ['deflate']],
  ['text/event-stream;charset=utf-8;q=0', []],
  ['text/event-stream;charset=utf-8', ['text/event-stream']],
  ['', ['']],
])('%s', (header, names) => expect(accepted(header)).toEqual(names))
