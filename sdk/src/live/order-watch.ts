import type { Clock } from '../clock.js'
import { OrderChanged } from '../generated/operations.js'
import type { OrderChangedSubscription } from '../generated/types.js'
import type { Transport } from './transport.js'
import { startWatch } from './watch.js'
import type { Watched } from './watch.js'
import { watchCall } from './watch-call.js'
import type { WatchCall } from './watch-call.js'

/** One of the caller's own orders; null until it came. */
export type LiveOrder = Watched<NonNullable<OrderChangedSubscription['orderChanged']> | null>

export function orderWatch(transport: Transport, clock: Pick<Clock, 'heardOrder'>): WatchCall<LiveOrder> {
  return watchCall(
    (orderId, onChange) =>
      startWatch<LiveOrder['state'], OrderChangedSubscription>({
        transport,
        operation: OrderChanged,
        id: `order-${orderId}`.slice(0, 80),
        initial: null,
        variables: () => ({ id: orderId }),
        merge(_, order) {
          clock.heardOrder(order, null, Date.now())
          return order
        },
        onChange,
      }),
    (_, later) => later,
  )
}
