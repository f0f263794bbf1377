import { listenLocally } from '@mov-ticket/shared-events'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Random } from '../random.js'
import { createRespFrames, isMessage } from './resp-frames.js'

/** A link to Redis that carries everything but messages faithfully. */
export interface MessageProxy {
  readonly url: string
  readonly counts: { passed: number; dropped: number; delayed: number; doubled: number }
  /** From now on it is these that decide. */
  disturb(chances: Disturbance): void
  close(): Promise<void>
}

export interface Disturbance {
  /** Of each message, from 0 to 1; what is left passes. */
  readonly drop: number
  readonly delay: number
  readonly double: number
  readonly maxDelayMs: number
}

/** Drops, delays and doubles the messages of subscriptions at random, so that they also overtake each other. */
export async function startMessageProxy(redisUrl: string, random: Random): Promise<MessageProxy> {
  const target = new URL(redisUrl)
  let chances: Disturbance = { drop: 0, delay: 0, double: 0, maxDelayMs: 0 }
  const counts = { passed: 0, dropped: 0, delayed: 0, doubled: 0 }
  const sockets = new Set<Socket>()

  function hand(client: Socket, message: Buffer): void {
    const lot = random.next()
    if (lot < chances.drop) {
      counts.dropped++
    } else if (lot < chances.drop + chances.delay) {
      counts.delayed++
      later(client, message)
    } else {
      client.write(message)
      if (lot < chances.drop + chances.delay + chances.double) {
        counts.doubled++
        later(client, message)
      } else {
        counts.passed++
      }
    }
  }

  function later(client: Socket, message: Buffer): void {
    const timer = setTimeout(() => {
      if (!client.destroyed) client.write(message)
    }, random.next() * chances.maxDelayMs)
    timer.unref()
  }

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const frames = createRespFrames()
    client.on('data', (chunk) => upstream.write(chunk))
    upstream.on('data', (chunk) => {
      for (const frame of frames(chunk)) {
        if (isMessage(frame)) hand(client, frame)
        else client.write(frame)
      }
    })
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })
  const port = await listenLocally(server)

  return {
    url: `redis://127.0.0.1:${port}`,
    counts,
    disturb(next) {
      chances = next
    },
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
