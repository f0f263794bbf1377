import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { closeCodes } from './close-codes.js'

const contract = readFileSync(new URL('../../../../docs/live.md', import.meta.url), 'utf8')

test.each(Object.values(closeCodes))('%i %s is in docs/live.md', (code, reason) => expect(contract).toContain(`| ${code} | ${reason}`))
