import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** After the garbage is gone: bytes of the heap, and of buffers beside it. */
export async function memoryInUse(): Promise<{ readonly heap: number; readonly buffers: number }> {
  setFlagsFromString('--expose-gc')
  // Twice: what the first frees may hold what the second can.
  for (let times = 0; times < 2; times += 1) {
    runInNewContext('gc')()
    await nextTurn()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { heap: heapUsed, buffers: arrayBuffers }
}
