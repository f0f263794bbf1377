import { readFile } from 'node:fs/promises'

/** What a process has used so far, seen from outside, so that all servers are measured alike. */
export interface Usage {
  readonly at: number
  readonly cpuSeconds: number
  readonly residentMegabytes: number
}

/** Linux counts CPU time in ticks of 10 ms (USER_HZ) for every program that reads /proc. */
const ticksPerSecond = 100

export async function usageOf(pid: number): Promise<Usage> {
  const folder = `/proc/${pid}`
  const [stat, status] = await Promise.all([readFile(`${folder}/stat`, 'utf8'), readFile(`${folder}/status`, 'utf8')])
  return { at: performance.now(), cpuSeconds: cpuSecondsIn(stat), residentMegabytes: residentMegabytesIn(status) }
}

/** User and system time of all threads: fields 14 and 15. The name in parentheses, field 2, may hold spaces. */
export function cpuSecondsIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

export function residentMegabytesIn(status: string): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kilobytes === undefined) throw new Error('the process has ended')
  return Number(kilobytes) / 1_024
}
