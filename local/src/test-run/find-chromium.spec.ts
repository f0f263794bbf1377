import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findChromium, needsBrowser } from './find-chromium.js'

const silent = () => undefined

it('CHROMIUM comes first', async () => {
  expect(await findChromium(silent, { CHROMIUM: '/opt/my-browser' })).toBe('/opt/my-browser')
})

it('else it is what PATH has, under any of its names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chromium-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const binary = join(folder, 'chromium')
  await writeFile(binary, '#!/bin/sh\n')
  await chmod(binary, 0o755)
  expect(await findChromium(silent, { PATH: folder })).toBe(binary)
})

it('some tests drive a browser', () => {
  expect(needsBrowser([])).toBe(true)
  expect(needsBrowser(['shared-events', 'gateway/src/playground'])).toBe(true)
  expect(needsBrowser(['e2e'])).toBe(true)
  expect(needsBrowser(['web/e2e/programme'])).toBe(true)
  expect(needsBrowser(['e2e/src/saga', 'shared-events'])).toBe(false)
})
