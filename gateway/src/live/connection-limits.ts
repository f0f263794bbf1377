import { networkOf } from '../limits/network-of.js'

export interface MostConnections {
  readonly inAll: number
  readonly perAddress: number
  readonly perUser: number
}

/** Counts live connections and who they are of. */
export interface ConnectionLimits {
  /** Null: there are too many. Else a place, to be given back. */
  enter(address: string): Place | null
  readonly size: number
}

export interface Place {
  /** False: this user has too many. */
  takeBy(userId: string): boolean
  /** One more subscription; false: this connection, its address or its user has too many. */
  subscribe(): boolean
  unsubscribe(): void
  leave(): void
}

export interface MostSubscriptions {
  readonly perConnection: number
  readonly perAddress: number
  readonly perUser: number
}

export function createConnectionLimits(connections: MostConnections, subscriptions: MostSubscriptions): ConnectionLimits {
  const byAddress = createCount(connections.perAddress)
  const byUser = createCount(connections.perUser)
  const subscriptionsByAddress = createCount(subscriptions.perAddress)
  const subscriptionsByUser = createCount(subscriptions.perUser)
  let size = 0

  return {
    get size() {
      return size
    },
    enter(address) {
      const network = networkOf(address)
      if (size >= connections.inAll || !byAddress.add(network)) return null
      size += 1
      let user: string | null = null
      let own = 0
      let isOpen = true
      return {
        takeBy(userId) {
          if (!isOpen || !byUser.add(userId)) return false
          user = userId
          return true
        },
        subscribe() {
          if (own >= subscriptions.perConnection || !subscriptionsByAddress.add(network)) return false
          if (user !== null && !subscriptionsByUser.add(user)) {
            subscriptionsByAddress.remove(network)
            return false
          }
          own += 1
          return true
        },
        unsubscribe() {
          own -= 1
          subscriptionsByAddress.remove(network)
          if (user !== null) subscriptionsByUser.remove(user)
        },
        leave() {
          if (!isOpen) return
          isOpen = false
          size -= 1
          byAddress.remove(network)
          if (user !== null) byUser.remove(user)
        },
      }
    },
  }
}

function createCount(most: number) {
  const counts = new Map<string, number>()
  return {
    add(key: string): boolean {
      const count = counts.get(key) ?? 0
      if (count >= most) return false
      counts.set(key, count + 1)
      return true
    },
    remove(key: string): void {
      const count = counts.get(key) ?? 0
      if (count <= 1) counts.delete(key)
      else counts.set(key, count - 1)
    },
  }
}
