import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Redis } from 'ioredis'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Listener, OnRing } from './listener.js'
import { aDoorbell } from './testing/a-doorbell.js'
import { backingServices } from './testing/backing-services.js'
import { soon } from './testing/soon.js'

/** After the garbage is gone. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

async function hearing(listener: Listener): Promise<Listener> {
  await listener.hearing
  return listener
}

function notebook() {
  const rings: [string, number | null][] = []
  const note: OnRing = (channel, version) => void rings.push([channel, version])
  return { rings, note }
}

describe('Given a listener', () => {
  test('when a watched channel is rung, then it is heard; when nobody watches, then it is not', async () => {
    const { doorbell, other } = await aDoorbell()
    const { rings, note } = notebook()
    const listener = await hearing(doorbell.listen('order:*', note))
    const watch = listener.watch('order:1', 4)
    other.ring('order:1', 5)
    other.ring('order:2', 1)
    await expect.poll(() => rings, soon).toEqual([['order:1', 5]])
    watch.update(5)

    other.ring('order:1', 4)
    other.ring('order:1', 5)
    other.ring('order:1', 6)
    await expect.poll(() => rings, soon).toEqual([['order:1', 5], ['order:1', 6]])
    watch.stop()
    other.ring('order:1', 7)
    listener.watch('order:3', 0)
    other.ring('order:3', 1)
    await expect.poll(() => rings.at(-1), soon).toEqual(['order:3', 1])
    expect(rings).not.toContainEqual(['order:1', 7])
  })

  test('when a ring is lost, then the sweep makes it good', async () => {
    const { doorbell, other } = await aDoorbell()
    const { rings, note } = notebook()
    const listener = await hearing(doorbell.listen('order:*', note))
    listener.watch('order:1', 4)
    // Written without being published is what a lost ring looks like.
    await other.learn('order:1', 5)
    await expect.poll(() => rings, soon).toContainEqual(['order:1', 5])
  })

  test('when the link is cut while rings pass, then they are made good after the reconnect', async () => {
    const { doorbell, proxy, other } = await aDoorbell()
    const { rings, note } = notebook()
    const listener = await hearing(doorbell.listen('order:*', note))
    const channels = Array.from({ length: 300 }, (_, index) => `order:${index}`)
    for (const channel of channels) listener.watch(channel, 0)
    proxy.refuse()
    for (const channel of channels) other.ring(channel, 1)
    await expect.poll(() => other.versions(channels), soon).toEqual(channels.map(() => 1))
    proxy.serve()
    await expect.poll(() => new Set(rings.map(([channel]) => channel)).size, soon).toBe(300)
  })

  test('when the link swallows everything without closing, then that is noticed and rings are heard on a new one', async () => {
    const { doorbell, proxy, other } = await aDoorbell()
    const { rings, note } = notebook()
    const listener = await hearing(doorbell.listen('order:*', note))
    listener.watch('order:1', 0)
    proxy.blackhole()
    other.ring('order:1', 1)
    await expect.poll(() => rings, soon).toContainEqual(['order:1', 1])
    expect(proxy.links()).toBeGreaterThanOrEqual(3)
  })

  test('when it is too slow for 50,000 rings, then they do not pile up in memory', async () => {
    const { doorbell, namespace } = await aDoorbell()
    let heard = 0
    const listener = await hearing(doorbell.listen('screening:*', () => heard++))
    listener.watch('screening:1', 0)
    const redis = new Redis(backingServices().redisUrl)
    onTestFinished(() => redis.disconnect())
    const before = heapInUse()
    for (let batch = 0; batch < 50; batch++) {
      const pipeline = redis.pipeline()
      for (let version = 1; version <= 1_000; version++) {
        pipeline.publish(`${namespace}:screening:1`, JSON.stringify({ version: batch * 1_000 + version }))
      }
      await pipeline.exec()
    }
    await expect.poll(() => heard, soon).toBeGreaterThanOrEqual(50_000)
    expect(heapInUse() - before).toBeLessThan(20_000_000)
  })

  test('when Redis has forgotten our scripts, as after a restart, then ringing goes on', async () => {
    const { other } = await aDoorbell()
    const redis = new Redis(backingServices().redisUrl)
    onTestFinished(() => redis.disconnect())
    await other.learn('order:1', 1)
    await redis.script('FLUSH')
    await other.learn('order:1', 2)
    expect(await other.versions(['order:1'])).toEqual([2])
  })

  test('when a listener throws, then it goes on hearing', async () => {
    const { doorbell, other } = await aDoorbell()
    let heard = 0
    const listener = await hearing(
      doorbell.listen('order:*', () => {
        heard++
        throw new Error('no')
      }),
    )
    listener.watch('order:1', 0)
    other.ring('order:1', 1)
    await expect.poll(() => heard, soon).toBe(1)
    other.ring('order:1', 2)
    await expect.poll(() => heard, soon).toBeGreaterThanOrEqual(2)
  })

  test('when it stops while it subscribes and rings come in, then nothing ends the process', async () => {
    const { doorbell, other } = await aDoorbell()
    const problems: unknown[] = []
    const note = (error: unknown) => void problems.push(error)
    for (const event of ['uncaughtException', 'unhandledRejection']) {
      process.on(event, note)
      onTestFinished(() => void process.off(event, note))
    }
    const listening = doorbell.listen('order:*', () => undefined).hearing.catch(() => 'stopped')
    for (let version = 1; version <= 100; version++) other.ring('order:1', version)
    await doorbell.stop()
    await listening
    await expect.poll(() => other.versions(['order:1']), soon).toEqual([100])
    expect(problems).toEqual([])
  })
})

describe('Given a channel of unknown version (rule 17)', () => {
  test('when it is watched, then its owner is asked once, and what was learned rings nobody', async () => {
    const { doorbell, other } = await aDoorbell()
    const mine = notebook()
    const theirs = notebook()
    const listener = await hearing(doorbell.listen('order:*', mine.note))
    const watch = listener.watch('order:1', 3)
    await expect.poll(() => mine.rings, soon).toEqual([['order:1', null]])

    const others = await hearing(other.listen('order:*', theirs.note))
    others.watch('order:1', 7)
    watch.update(7)
    await doorbell.learn('order:1', 7)
    await doorbell.learn('order:1', 6)
    expect(await other.versions(['order:1'])).toEqual([7])
    // Sweeps pass: this one is a witness that they do.
    others.watch('order:2', 0)
    await doorbell.learn('order:2', 1)
    await expect.poll(() => theirs.rings, soon).toContainEqual(['order:2', 1])
    expect(theirs.rings).not.toContainEqual(['order:1', 7])
    expect(mine.rings).toEqual([['order:1', null]])
  })

  test('when Redis forgets it again just after its owner was asked, then the owner is asked again by the next sweep', async () => {
    const { doorbell, other, namespace } = await aDoorbell()
    const { rings, note } = notebook()
    const redis = new Redis(backingServices().redisUrl)
    onTestFinished(() => redis.disconnect())
    const listener = await hearing(doorbell.listen('order:*', note))
    listener.watch('order:1', 7)
    listener.watch('order:witness', 0)
    const sweeps = async (version: number): Promise<void> => {
      await other.learn('order:witness', version)
      await expect.poll(() => rings, soon).toContainEqual(['order:witness', version])
    }
    await expect.poll(() => rings, soon).toContainEqual(['order:1', null])
    await other.learn('order:1', 7)
    await sweeps(1)

    await redis.del(`${namespace}:version:order:1`)
    await sweeps(2)
    await sweeps(3)
    expect(rings.filter(([channel, version]) => channel === 'order:1' && version === null).length).toBeGreaterThanOrEqual(2)
  })

  test('when it is watched, then the sweep renews its hour', async () => {
    const { doorbell, other, namespace } = await aDoorbell()
    const redis = new Redis(backingServices().redisUrl)
    onTestFinished(() => redis.disconnect())
    other.ring('order:1', 1)
    await expect.poll(() => other.versions(['order:1']), soon).toEqual([1])
    await redis.expire(`${namespace}:version:order:1`, 60)
    const listener = await hearing(doorbell.listen('order:*', () => undefined))
    listener.watch('order:1', 1)
    await expect.poll(() => redis.ttl(`${namespace}:version:order:1`), soon).toBeGreaterThan(3_000)
  })
})

describe('Given an owner whose database was restored from a backup', () => {
  test('when a listener learns that, then its rings are heard again, and a newer one is not undone', async () => {
    const { doorbell, other } = await aDoorbell()
    const { rings, note } = notebook()
    other.ring('order:1', 100)
    await expect.poll(() => doorbell.versions(['order:1']), soon).toEqual([100])
    await doorbell.learn('order:1', 50, 99)
    expect(await doorbell.versions(['order:1'])).toEqual([100])
    await doorbell.learn('order:1', 50, 100)
    const listener = await hearing(doorbell.listen('order:*', note))
    listener.watch('order:1', 50)
    other.ring('order:1', 51)
    await expect.poll(() => rings, soon).toEqual([['order:1', 51]])
  })
})

describe('Given a Redis that is away', () => {
  test('when channels are watched, then they ring as unknown again and again, until it is back', async () => {
    const { doorbell, proxy, other } = await aDoorbell()
    const { rings, note } = notebook()
    other.ring('order:1', 1)
    await expect.poll(() => other.versions(['order:1']), soon).toEqual([1])
    proxy.refuse()
    const listener = doorbell.listen('order:*', note)
    listener.watch('order:1', 1)
    await expect.poll(() => rings, soon).toEqual([['order:1', null], ['order:1', null]])
    proxy.serve()
    await listener.hearing
    other.ring('order:1', 2)
    await expect.poll(() => rings.at(-1), soon).toEqual(['order:1', 2])
  })

  test('when an owner rings, then it is repeated until Redis takes it, and only the newest version per channel', async () => {
    const { doorbell, proxy, other } = await aDoorbell()
    const { rings, note } = notebook()
    const listener = await hearing(other.listen('order:*', note))
    const watch = listener.watch('order:1', 0)
    proxy.refuse()
    for (let version = 1; version <= 10_000; version++) doorbell.ring('order:1', version)
    proxy.serve()
    await expect.poll(() => rings.at(-1), soon).toEqual(['order:1', 10_000])
    watch.update(10_000)
    // What was in flight when the link was cut may have arrived too.
    expect(rings.length).toBeLessThan(10)
  })

  test('when somebody asks for versions, then that fails instead of hanging', async () => {
    const { doorbell, proxy } = await aDoorbell()
    proxy.blackhole()
    await expect(doorbell.versions(['order:1'])).rejects.toThrow('Command timed out')
    proxy.refuse()
    await expect.poll(() => doorbell.ready().then(() => true, () => false), soon).toBe(false)
    await expect(doorbell.versions(['order:1'])).rejects.toThrow(/writeable|closed/)
    await expect(doorbell.learn('order:1', 1)).resolves.toBeUndefined()
  })
})
