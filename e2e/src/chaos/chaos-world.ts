import { type FaultProxy, startFaultProxy } from '@mov-ticket/shared-events'
import { type Account, signUpMany } from '../accounts.js'
import type { Client } from '../client.js'
import { startTestPlatform } from '../platform.js'
import type { Random } from '../random.js'
import { schedule, type Screening } from '../screenings.js'
import { type MessageProxy, startMessageProxy } from './message-proxy.js'
import { returning } from './returning-buyer.js'
import type { TroubledWorld } from './troubles.js'

/** A platform of which every process reaches Redis through links that can be disturbed. */
export interface ChaosWorld extends TroubledWorld {
  /** Behind it: what is done to single messages. */
  readonly messages: MessageProxy
  readonly admin: Account
  readonly buyers: readonly Client[]
  /** Whose film and room every run has. */
  readonly room: Screening
  stop(): Promise<void>
}

const BUYERS = 50
/** All come from one address, sign in again whenever Redis forgot them, and do not wait long before they try again. */
const generous = {
  SIGN_INS_PER_MINUTE: '1000000',
  READS_PER_SECOND: '100000',
  MUTATIONS_PER_SECOND: '10000',
  ANONYMOUS_MUTATIONS_PER_SECOND: '10000',
}

export async function startChaosWorld(random: Random): Promise<ChaosWorld> {
  const closes: (() => Promise<void>)[] = []
  let links: { link: FaultProxy; messages: MessageProxy } | undefined
  const platform = await startTestPlatform('live-chaos', {
    ownServices: ['redis'],
    environment: async ({ redisUrl }) => {
      const messages = await startMessageProxy(redisUrl, random)
      const link = await startFaultProxy(messages.url)
      closes.push(() => link.close(), () => messages.close())
      links = { link, messages }
      return { REDIS_URL: link.url, ...generous }
    },
  })
  if (links === undefined) throw new Error('The platform has not asked for its environment.')
  const buyers = await signUpMany(platform.url, BUYERS)
  const { admin } = platform
  return {
    ...links,
    platform,
    admin,
    buyers: buyers.map(returning),
    room: await schedule(admin, { rows: 4, seatsPerRow: 12 }),
    async stop() {
      await platform.stop()
      for (const close of closes) await close()
    },
  }
}
