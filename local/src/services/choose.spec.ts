import { expect, test } from 'vitest'
import { firstThatWorks } from './choose.js'
import type { Service, Way } from './service.js'

const service = (url: string): Service => ({ url, process: null, stop: async () => undefined })
const open = (name: string): Way => ({ name, obstacle: async () => null, start: async () => service(name) })
const closed = (name: string, why: string): Way => ({ ...open(name), obstacle: async () => why })
const broken = (name: string, why: string): Way => ({ ...open(name), start: () => Promise.reject(new Error(why)) })

test('the first way that is open and works is taken, and said', async () => {
  const lines: string[] = []
  const ways = [closed('url', 'not set'), broken('binary', 'exits with 1'), open('package'), open('docker')]
  const { url } = await firstThatWorks('Redis', ways, 'Install it.', (line) => lines.push(line))
  expect(url).toBe('package')
  expect(lines).toEqual(['Redis: binary does not work: exits with 1', 'Redis: package'])
})

test('where none works, one message says why each does not, and what would help', async () => {
  const ways = [closed('url', 'not set'), broken('binary', 'exits with 1')]
  await expect(firstThatWorks('Redis', ways, 'Install it.', () => undefined)).rejects.toThrow(
    'There is no way to get Redis here.\n  - url: not set\n  - binary: exits with 1\nInstall it.',
  )
})
