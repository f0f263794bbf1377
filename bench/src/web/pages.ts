import type { Browser, Page } from 'playwright-core'

const viewport = { width: 1_280, height: 900 }

/** What this browser does on this machine where there is nothing to do. */
export async function openEmpty(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.setContent('<!doctype html><title>Nothing</title>')
  return page
}

export async function openSeatMap(browser: Browser, url: string, screeningId: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.goto(new URL(`/screenings/${screeningId}`, url).href)
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}

/** A speck that moves with every frame, by the main thread: so the browser has a frame to show each time that it can. */
export async function animate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const speck = document.createElement('div')
    Object.assign(speck.style, { position: 'fixed', top: '0', right: '0', width: '4px', height: '4px', background: 'gray', willChange: 'transform' })
    document.body.append(speck)
    let frame = 0
    const move = () => {
      speck.style.transform = `translateX(-${(frame++ % 2) * 4}px)`
      requestAnimationFrame(move)
    }
    move()
  })
}
