import { buildSchema, parse, validate } from 'graphql'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { examples } from './examples.js'

const screening = {
  id: 's1', startsAt: new Date('2030-05-17T20:15:00Z'), availableCount: 41,
  movie: { id: 'm1', title: 'Metropolis', runtimeMinutes: 153, genres: ['Science fiction'] },
  auditorium: { id: 'a1', name: 'Great hall' },
}
/** Where a browser may be: CHROMIUM, or where Debian puts it. */
const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path !== undefined && existsSync(path))

let gateway: TestGateway
let version = 7

const seatMap = () => ({ screening, version, full: version === 7, tickets: [] })

beforeAll(async () => {
  gateway = await startTestGateway({
    subgraphs: { tickets: { resolvers: { Query: { screenings: () => ({ totalCount: 1, nodes: [screening] }), seatMap } } } },
  })
})
afterAll(() => gateway.stop())

describe('the playground', () => {
  it('is for browsers; programs get data at the same address', async () => {
    const page = await gateway.get('/graphql', { accept: 'text/html' })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect((await gateway.get('/')).headers.get('location')).toBe('/graphql')
  })

  it('loads nothing from elsewhere, and its parts are asked for again but sent once', async () => {
    const { body } = await gateway.get('/graphql', { accept: 'text/html' })
    expect(body).not.toMatch(/(?:src|href)="(?!\/playground\/)/)
    for (const [, path = ''] of body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const part = await gateway.get(path)
      expect(part.status).toBe(200)
      expect((await gateway.get(path, { 'if-none-match': part.headers.get('etag') ?? '' })).status).toBe(304)
    }
    expect((await gateway.get('/playground/../package.json')).status).toBe(404)
    expect((await gateway.get('/playground/constructor')).status).toBe(404)
  })

  it('has only examples that the graph understands', () => {
    const schema = buildSchema(readFileSync(new URL('../../../docs/graph.graphql', import.meta.url), 'utf8'))
    expect(examples.flatMap(({ query }) => validate(schema, parse(query)))).toEqual([])
  })
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('This drives a browser: install chromium, or set CHROMIUM to the path of one.')
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    return () => browser.close()
  })

  it('runs the first example and shows its data, asks no other host, and breaks no policy of its page', async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    const hosts = new Set<string>()
    const complaints: string[] = []
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()) })
    page.on('pageerror', (error) => complaints.push(error.message))

    await page.goto(`${gateway.url}/graphql`)
    await page.getByRole('tab', { name: 'WhatIsOn' }).waitFor()
    await page.getByRole('button', { name: /execute query/i }).click()
    await page.locator('.result-window').getByText('"Metropolis"').waitFor()
    const screenshot = process.env['SCREENSHOT']
    if (screenshot !== undefined) await page.screenshot({ path: screenshot })

    for (const name of [/show documentation/i, /show history/i, /re-fetch/i, /short keys/i]) {
      await page.getByRole('button', { name }).first().click()
    }
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')

    expect([...hosts].filter((host) => host !== '')).toEqual([new URL(gateway.url).host])
    expect(complaints).toEqual([])
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['WhatIsOn', 'SignUp', 'SignIn', 'SeatMap', 'WatchSeats', 'CreateBestOrder', 'WatchOrder', 'ReserveOrder', 'MyOrders'])

    await page.getByRole('tab', { name: 'SeatMap' }).click()
    await page.locator('.graphiql-editor-tool').getByText('"s1"').waitFor()
  }, 60_000)

  it('watches a live field until it is stopped', async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    await page.goto(`${gateway.url}/graphql`)
    await page.getByRole('tab', { name: 'WatchSeats' }).click()
    await page.locator('.graphiql-editor-tool').getByText('"s1"').waitFor()
    const execute = page.getByRole('button', { name: /execute query/i })
    // Just after a change of tabs GraphiQL may still have the name of the other operation.
    await vi.waitFor(async () => {
      if (await execute.isVisible()) await execute.click()
      await page.locator('.result-window').getByText(/"version": 7,/).waitFor({ timeout: 2_000 })
    }, 30_000)
    version = 8
    gateway.live.feed.ring('screening:s1', 8)
    await page.locator('.result-window').getByText(/"version": 8,/).waitFor()
    await page.getByRole('button', { name: /stop/i }).click()
    await expect.poll(() => gateway.live.feed.size.groups, { timeout: 10_000 }).toBe(0)
  }, 60_000)
})
