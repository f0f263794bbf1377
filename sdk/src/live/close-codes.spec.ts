import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isOurMistake } from './close-codes.js'

const contract = readFileSync(new URL('../../../docs/live.md', import.meta.url), 'utf8')
const rows = [...contract.matchAll(/^\| (?<code>\d{4}) \| .+ \| (?<again>yes|no)\b[^|]*\|$/gm)].map(
  ({ groups = {} }): [number, string] => [Number(groups['code']), groups['again'] ?? ''],
)

test.each(rows)('%i: docs/live.md says whether to come again, and so it is done: %s', (code, again) =>
  expect(isOurMistake(code) ? 'no' : 'yes').toBe(again))

test('all of them are looked at', () => expect(rows).toHaveLength(14))
