import { expect, test } from 'vitest'
import { cpuSecondsIn, residentMegabytesIn, usageOf } from './process-usage.js'

test('CPU time is that of user and system, whatever the process is called', () => {
  const stat = '4242 (a name) of (some kind)) S 1 4242 4242 0 -1 4194304 900 0 0 0 150 75 9 9 20 0 11 0 100 1000 200'

  expect(cpuSecondsIn(stat)).toBe(2.25)
})

test('memory is what is resident', () => {
  expect(residentMegabytesIn('VmHWM:\t  999999 kB\nVmRSS:\t   51200 kB\n')).toBe(50)
  expect(() => residentMegabytesIn('State:\tZ (zombie)\n')).toThrow('ended')
})

test.skipIf(process.platform !== 'linux')('a process that works uses more and more', async () => {
  const before = await usageOf(process.pid)
  let after = before
  while (after.cpuSeconds === before.cpuSeconds) after = await usageOf(process.pid)

  expect(after.cpuSeconds).toBeGreaterThan(before.cpuSeconds)
  expect(after.residentMegabytes).toBeGreaterThan(1)
})
