import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from './app.js'
import type { App } from './app.js'
import { focused, tabTo } from './keyboard.js'

let app: App
beforeAll(async () => {
  app = await startApp('programme')
}, 180_000)
afterAll(() => app.stop())

describe('the programme by keyboard alone', () => {
  it('skips to the content, goes to another day, and leaves the focus where it is', async () => {
    const { page } = await app.visit('/')
    await page.getByRole('navigation', { name: 'Days' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to content')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Search films')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const day = await focused(page)
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name: /^Tomorrow/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('date')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(await page.title()).toBe('Programme, Tomorrow · mov-ticket')
    expect(await focused(page)).toBe(day)
    expect(await page.locator('[aria-current="date"]').textContent()).toBe(day)
    await page.getByRole('group', { name: /^Times of/ }).first().waitFor()
  })

  it('leads to a film, says where it is, and back to where it was', async () => {
    const { page } = await app.visit('/?q=nosferatu')
    await page.getByRole('link', { name: 'Nosferatu', exact: true }).waitFor()
    await tabTo(page, 'Nosferatu')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name: 'Nosferatu' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Nosferatu')
    expect(await page.title()).toBe('Nosferatu · mov-ticket')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Search: nosferatu' }).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('nosferatu')
  })

  it('finds films while one writes, in one step of the history, and forgets them with Escape', async () => {
    const { page } = await app.visit('/')
    await tabTo(page, 'Search films')
    await page.keyboard.type('kid')
    await page.getByText('1 film', { exact: true }).waitFor()
    await page.keyboard.type('napped')
    await page.getByRole('heading', { name: 'No film is called “kidnapped”' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1, name: /^Today/ }).waitFor()
    expect(new URL(page.url()).search).toBe('')
  })

  it('a time leads to its screening', async () => {
    const { page } = await app.visit('/?q=metropolis')
    await page.getByRole('link', { name: 'Metropolis', exact: true }).waitFor()
    await tabTo(page, /^\d\d:\d\d/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/screenings/*')
    expect(await page.getByRole('main').count()).toBe(1)
  })
})

describe('the programme', () => {
  it('shows on every button how full the house is, as the graph has it', async () => {
    const { page } = await app.visit('/?q=caligari')
    const button = page.getByRole('link', { name: /Grand Hall/ }).first()
    await button.waitFor()
    expect(await button.innerText()).toContain('340 free')
  })

  it('is in German for who reads German, and stays so', async () => {
    const { page } = await app.visit('/', { language: 'de' })
    await page.getByRole('heading', { level: 1, name: /^Heute/ }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    await page.getByRole('button', { name: 'Sprache und Farben' }).click()
    await page.getByText('English').click()
    await page.getByRole('heading', { level: 1, name: /^Today/ }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: /^Today/ }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  it('keeps the theme that was chosen, whatever the system says', async () => {
    const { page } = await app.visit('/')
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await paper()
    await page.getByRole('button', { name: 'Language and theme' }).click()
    await page.getByText('Dark', { exact: true }).click()
    const dark = await paper()
    expect(dark).not.toBe(light)
    await page.reload()
    expect(await paper()).toBe(dark)
  })
})
