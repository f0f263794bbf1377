import type { Broker } from '../broker.js'

export async function isUp(broker: Broker): Promise<boolean> {
  try {
    await broker.ready()
    return true
  } catch {
    return false
  }
}
