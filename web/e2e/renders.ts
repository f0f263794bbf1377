import type { Page } from 'playwright-core'

/** What React hands to its developer tools, as far as it is needed here. */
interface Fiber {
  readonly flags: number
  readonly memoizedProps: { readonly seat?: { readonly label: string } } | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
}

/** Notes which seats React renders, as its developer tools would. Before the page is opened. */
export async function noteRenders(page: Page): Promise<{ readonly forget: () => Promise<void>; readonly labels: () => Promise<string[]> }> {
  await page.addInitScript(() => {
    const PERFORMED_WORK = 1

    /** Down where something was rendered: elsewhere the children are those from before. */
    function look(fiber: Fiber | null): void {
      const { dataset } = document.documentElement
      for (let each = fiber; each !== null; each = each.sibling) {
        const label = each.memoizedProps?.seat?.label
        if (label !== undefined && (each.flags & PERFORMED_WORK) !== 0) dataset['rendered'] = `${dataset['rendered'] ?? ''} ${label}`
        if (each.alternate?.child !== each.child) look(each.child)
      }
    }

    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => look(root.current),
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
      },
    })
  })
  return {
    forget: () => page.evaluate(() => document.documentElement.removeAttribute('data-rendered')),
    labels: async () => ((await page.locator('html').getAttribute('data-rendered')) ?? '').split(' ').filter(Boolean),
  }
}
