import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { bookAsGuests } from '@mov-ticket/local'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from './app.js'
import type { App } from './app.js'
import { screens } from './screens.js'

/** `npm run screenshots`: every page as it looks, into SCREENSHOTS. Nothing to do in a usual test run. */
const folder = process.env['SCREENSHOTS']
const looks = [
  { name: 'phone', width: 390, theme: 'light' },
  { name: 'phone-dark', width: 390, theme: 'dark' },
  { name: 'tablet', width: 820, theme: 'light' },
  { name: 'desktop', width: 1280, theme: 'light' },
  { name: 'desktop-dark', width: 1280, theme: 'dark' },
] as const

describe.runIf(folder !== undefined)('screenshots', () => {
  const target = resolve(import.meta.dirname, '../..', folder ?? '')
  let app: App
  beforeAll(async () => {
    app = await startApp('screenshots')
    await bookAsGuests({ url: app.platform.url, now: new Date(), log: () => undefined, signal: new AbortController().signal })
    await mkdir(target, { recursive: true })
  }, 240_000)
  afterAll(() => app.stop())

  it.each(screens.flatMap((screen) => looks.map((look) => ({ screen: screen.name, look: look.name, open: screen.open, visit: look }))))('$screen, $look', async ({ screen, look, open, visit }) => {
    const { page, context, complaints } = await app.visit('/robots.txt', visit)
    await page.emulateMedia({ colorScheme: visit.theme, reducedMotion: 'reduce' })
    await open(page, app)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(target, `${screen}-${look}.png`) })
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})
