import { expect, test } from 'vitest'
import { warningIn } from './show-warnings.js'

test.each([
  ['{"level":"info","msg":"ready"}', null],
  ['{"level":30,"msg":"ready"}', null],
  ['{"level":"warn","msg":"slow"}', 'slow'],
  ['{"level":"error","msg":"failed","err":{"message":"no route"}}', 'failed: no route'],
  ['TypeError: x is not a function', 'TypeError: x is not a function'],
  ['', null],
])('%s', (line, warning) => {
  expect(warningIn(line)).toBe(warning)
})
