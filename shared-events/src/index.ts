export { connectBroker } from './broker.js'
export type { Broker, BrokerOptions } from './broker.js'
export type { Consumer } from './consumer.js'
export type { Handlers } from './handlers.js'
export { createEvent } from './create-event.js'
export type { EventFacts } from './create-event.js'
export { events, refusalCode, seatWish } from './events.js'
export type { AnyEvent, EventOf, EventType, OrderAtTickets, PayloadOf, Refusal, SeatWish } from './events.js'
export {
  BrokerUnavailable,
  MessagingError,
  NotNow,
  PublishTimedOut,
  QuestionFailed,
  QuestionTimedOut,
  Unroutable,
} from './messaging-errors.js'
export { parseEvent } from './parse-event.js'
export { PARTITIONS, partitionOf } from './partition.js'
export { connectRedis } from './redis-connection.js'
export { questions } from './rpc-contracts.js'
export type { QuestionName, RequestOf, ResponseOf } from './rpc-contracts.js'
export { parseTicketId, ticketId } from './ticket-id.js'
export { RETRY_DELAYS_MS, screeningQueues, topologyOf } from './topology.js'
export type { QueueName, ScreeningQueue, Topology } from './topology.js'
export { orderChannel, screeningChannel } from './channels.js'
export { createDoorbell } from './doorbell.js'
export type { Doorbell, DoorbellOptions } from './doorbell.js'
export type { Listener, OnRing } from './listener.js'
export { createOutboxRelay } from './outbox-relay.js'
export type { LeftBehind, OutboxRelay, OutboxRelayOptions, OutboxStore } from './outbox-relay.js'
export type { Watch } from './watches.js'

/* Fixtures for specs of other packages. */
export { backingServices, removeNamespace, testNamespace } from './testing/backing-services.js'
export { listenLocally } from './testing/listen-locally.js'
export { startFaultProxy } from './testing/fault-proxy.js'
export type { FaultProxy } from './testing/fault-proxy.js'
