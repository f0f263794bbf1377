import { existsSync } from 'node:fs'
import { startTestPlatform } from '@mov-ticket/e2e'
import type { TestPlatform, TestPlatformOptions } from '@mov-ticket/e2e'
import { loadDemo } from '@mov-ticket/local'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Where a browser may be: CHROMIUM, or where Debian puts it. */
const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path !== undefined && existsSync(path))

export interface Visit {
  readonly width?: number
  readonly theme?: 'light' | 'dark'
  readonly language?: 'en' | 'de'
  readonly isTouch?: boolean
  /** Another address at which the app is: that of a `Link`. */
  readonly at?: string
}

export interface AppOptions extends TestPlatformOptions {
  /** False: there is nothing on, the test sees to that. */
  readonly demo?: boolean
}

export interface App {
  readonly url: string
  readonly platform: TestPlatform
  readonly browser: Browser
  /** A visitor of their own, with nothing of another's. What the page complains about is collected. */
  readonly visit: (path: string, visit?: Visit) => Promise<Visitor>
  readonly stop: () => Promise<void>
}

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors, warnings and broken policies that the console told of. */
  readonly complaints: readonly string[]
}

/** The whole platform with its demo programme unless that is not wanted, the built app in front of it, and a browser. */
export async function startApp(name: string, { demo = true, ...options }: AppOptions = {}): Promise<App> {
  if (executablePath === undefined) throw new Error('This drives a browser: install chromium, or set CHROMIUM to the path of one.')
  const platform = await startTestPlatform(`web-${name}`, options)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const stop = async () => {
    await browser.close()
    await platform.stop()
  }
  try {
    if (demo) await loadDemo({ url: platform.url, adminEmail: platform.admin.email, adminPassword: platform.admin.password, log: () => undefined })
  } catch (error) {
    await stop()
    throw error
  }
  const url = new URL('/', platform.url).href.replace(/\/$/, '')
  return { url, platform, browser, stop, visit: (path, visit) => visitPage(browser, (visit?.at ?? url) + path, visit) }
}

async function visitPage(browser: Browser, url: string, { width = 1280, theme = 'light', language = 'en', isTouch = false }: Visit = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: isTouch,
    colorScheme: theme,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  // Below the time that a test has, so that it says what it waited for.
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && complaints.push(message.text())))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  return { page, context, complaints }
}
