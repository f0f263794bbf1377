import { describe, expect, it } from 'vitest'
import { createInFlightTasks } from './in-flight-tasks.js'

interface Begun {
  readonly signal: AbortSignal
  resolve(value: { readonly parts: number[] }): void
  reject(error: unknown): void
}

function aWorld() {
  const begun: Begun[] = []
  let time = 0
  const tasks = createInFlightTasks<{ readonly parts: number[] }>(({ parts }) => ({ parts: [...parts] }), () => time)
  const stays = new AbortController().signal
  return {
    begun,
    closeAll: tasks.closeAll,
    pass: (ms: number) => void (time += ms),
    ask: (key = 'a', signal = stays) =>
      tasks.run(key, signal, (own) => new Promise((resolve, reject) => begun.push({ signal: own, resolve, reject }))),
  }
}

describe('tasks in flight', () => {
  it('run once for all that want the same, each of which gets a value of its own', async () => {
    const { ask, begun } = aWorld()
    const asked = [ask(), ask(), ask()]
    expect(begun).toHaveLength(1)
    begun[0]?.resolve({ parts: [1] })
    const [first, second, third] = await Promise.all(asked)
    first?.parts.push(2)
    expect([second, third]).toEqual([{ parts: [1] }, { parts: [1] }])
  })

  it('run for each that wants another', async () => {
    const { ask, begun } = aWorld()
    const asked = [ask('a'), ask('b')]
    begun[1]?.resolve({ parts: [2] })
    begun[0]?.resolve({ parts: [1] })
    expect(await Promise.all(asked)).toEqual([{ parts: [1] }, { parts: [2] }])
  })

  it('leave nothing behind when they end, well or not', async () => {
    const { ask, begun } = aWorld()
    const failing = [ask(), ask()]
    begun[0]?.reject(new Error('away'))
    for (const one of failing) await expect(one).rejects.toThrow('away')
    const again = ask()
    expect(begun).toHaveLength(2)
    begun[1]?.resolve({ parts: [] })
    await again
    void ask()
    expect(begun).toHaveLength(3)
  })

  it('fail with what the task throws before it waits for anything', async () => {
    const tasks = createInFlightTasks<string>((text) => text)
    await expect(tasks.run('a', new AbortController().signal, async () => { throw new Error('at once') })).rejects.toThrow('at once')
    expect(await tasks.run('a', new AbortController().signal, async () => 'fine')).toBe('fine')
  })

  it('go on for the others when the one that began leaves', async () => {
    const { ask, begun } = aWorld()
    const first = new AbortController()
    const left = ask('a', first.signal)
    const stays = ask()
    first.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    expect(begun[0]?.signal.aborted).toBe(false)
    begun[0]?.resolve({ parts: [1] })
    expect(await stays).toEqual({ parts: [1] })
  })

  it('are aborted when the last has left, and nobody joins them after', async () => {
    const { ask, begun } = aWorld()
    const leave = [new AbortController(), new AbortController()]
    const asked = leave.map(({ signal }) => ask('a', signal))
    for (const one of leave) one.abort(new Error('gone'))
    await Promise.allSettled(asked)
    expect(begun[0]?.signal.aborted).toBe(true)
    const later = ask()
    expect(begun).toHaveLength(2)
    begun[1]?.resolve({ parts: [3] })
    expect(await later).toEqual({ parts: [3] })
  })

  it('are not begun for who is gone already', async () => {
    const { ask, begun } = aWorld()
    await expect(ask('a', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
    expect(begun).toHaveLength(0)
  })

  it('are joined within a second, so that nobody gets what is older', async () => {
    const { ask, begun, pass } = aWorld()
    const old = ask()
    pass(999)
    void ask()
    expect(begun).toHaveLength(1)
    pass(1)
    const young = ask()
    expect(begun).toHaveLength(2)
    // The end of the old one takes nothing from those that join the young one.
    begun[0]?.resolve({ parts: [1] })
    await old
    const joined = ask()
    expect(begun).toHaveLength(2)
    begun[1]?.resolve({ parts: [2] })
    expect(await Promise.all([young, joined])).toEqual([{ parts: [2] }, { parts: [2] }])
  })

  it('are joined by nobody once something may have changed, and end for those who wait', async () => {
    const { ask, begun, closeAll } = aWorld()
    const before = ask()
    closeAll()
    const after = ask()
    expect(begun).toHaveLength(2)
    begun[1]?.resolve({ parts: [2] })
    begun[0]?.resolve({ parts: [1] })
    expect(await Promise.all([before, after])).toEqual([{ parts: [1] }, { parts: [2] }])
  })
})
