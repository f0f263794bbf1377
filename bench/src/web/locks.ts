import type { Client } from '@mov-ticket/sdk'
import type { Page } from 'playwright-core'

/** Of one lock, in milliseconds: until it was answered, and until another's map had it, both from when it was asked for. */
export interface SeenLock {
  readonly answeredMs: number
  readonly seenMs: number
}

/** A buyer locks one seat after another, and a page that shows the map says when it had each, by the clock of the machine. */
export async function lockAndSee(page: Page, buyer: Client, screeningId: string, ticketIds: readonly string[]): Promise<readonly SeenLock[]> {
  await page.evaluate(() => {
    new MutationObserver((changes) => {
      for (const { target } of changes) if (target instanceof Element) target.setAttribute('data-since', String(Date.now()))
    }).observe(document.querySelector('[role="grid"]') ?? document.body, { subtree: true, attributeFilter: ['data-state'] })
  })
  const seen: SeenLock[] = []
  for (const id of ticketIds) {
    const asked = Date.now()
    const locked = await buyer.createOrder({ input: { screeningId, ticketIds: [id] } })
    const answeredMs = Date.now() - asked
    if (locked.__typename !== 'OrderAccepted') throw new Error(`A seat could not be locked: ${locked.refusal.code}`)
    const since = await page.locator(`[data-seat="${id}"][data-state="locked"]`).getAttribute('data-since')
    seen.push({ answeredMs, seenMs: Number(since) - asked })
    await buyer.cancelOrder({ orderId: locked.order.id })
    await page.locator(`[data-seat="${id}"][data-state="free"]`).waitFor()
  }
  return seen
}
