import { expect, test } from 'vitest'
import { withMeasured } from './page.js'

test('what was measured takes the place of what was before and leaves the rest of the page', () => {
  const first = withMeasured('# Performance\n', 'bench:booking', 'old')
  const second = withMeasured(`${first}\nMore words.\n`, 'bench:booking', 'new')

  expect(first).toContain('old')
  expect(second).toContain('# Performance')
  expect(second).toContain('new')
  expect(second).not.toContain('old')
  expect(second).toContain('More words.')
})

test('each benchmark has a place of its own', () => {
  const page = withMeasured(withMeasured('', 'bench:booking', 'orders'), 'bench:live', 'watchers')

  expect(page).toContain('orders')
  expect(withMeasured(page, 'bench:live', 'more')).toContain('orders')
})
