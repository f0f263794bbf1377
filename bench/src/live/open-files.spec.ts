import { expect, test } from 'vitest'
import { openFilesIn, requireOpenFiles } from './open-files.js'

const limits = (hard: string) => `Limit  Soft Limit  Hard Limit  Units\nMax open files  1024  ${hard}  files\n`

test('the hard limit counts', () => {
  expect(openFilesIn(limits('20000'))).toBe(20_000)
  expect(openFilesIn(limits('unlimited'))).toBe(Infinity)
})

test.skipIf(process.platform !== 'linux')('too few: it says how many are needed and what to do', async () => {
  await expect(requireOpenFiles(100_000_000)).rejects.toThrow(/100000200 open files.*BENCH_SOCKETS/)
  await expect(requireOpenFiles(1)).resolves.toBeUndefined()
})
