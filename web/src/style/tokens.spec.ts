import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.js'
import css from './tokens.css?raw'

const themes = ['light', 'dark'] as const
const tokens = new Map([...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]))

function colour(name: string, theme: (typeof themes)[number]): string {
  const token = tokens.get(name)
  if (token === undefined) throw new Error(`There is no colour --${name}.`)
  return token[theme]
}

const papers = ['paper', 'sheet', 'shade']
const onPaper = (names: readonly string[]) => names.flatMap((name) => papers.map((paper) => [name, paper] as const))

describe.each(themes)('in the %s theme', (theme) => {
  it.each([...onPaper(['ink', 'ink-soft', 'amber-ink', 'danger']), ['on-amber', 'amber'], ['on-danger', 'danger']] as const)('%s is read on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(onPaper(['edge', 'amber-ink']))('the border %s is seen on %s', (border, ground) => {
    expect(contrast(colour(border, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

it('there are two faces, five sizes and seven spaces, and every colour has both themes', () => {
  expect([...css.matchAll(/--face-[\w-]+:/g)]).toHaveLength(2)
  expect([...css.matchAll(/--type-[\w-]+:/g)]).toHaveLength(5)
  expect([...css.matchAll(/--space-\d:/g)]).toHaveLength(7)
  expect([...css.replaceAll(/light-dark\([^)]*\)/g, '').matchAll(/#[0-9a-f]{3,8}\b/gi)]).toEqual([])
})
