import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser']

export async function startChromium(): Promise<Browser> {
  const executablePath = places.find((path) => path !== undefined && existsSync(path))
  if (executablePath === undefined) throw new Error('This drives a browser: install chromium, or set CHROMIUM to the path of one.')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
