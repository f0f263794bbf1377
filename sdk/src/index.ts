export { createClient, createCoreClient } from './client.js'
export type { Client, ClientOptions, CoreClient } from './client.js'
export type { ServerClock } from './clock.js'
export { GraphError } from './graph-error.js'
export type { ErrorCode } from './graph-error.js'
export type { RequestOptions } from './http.js'
export type { LiveOrder } from './live/order-watch.js'
export { emptySeatMap, mergeSeatMap } from './live/seat-map.js'
export type { LiveSeatMap, LiveTicket, SeatMapState } from './live/seat-map.js'
export type { SocketConstructor, SocketLike } from './live/socket.js'
export type { WatchCall, WatchCallOptions } from './live/watch-call.js'
export type { WatchStatus, Watched } from './live/watch.js'
export type { Methods } from './generated/methods.js'
export type { OptionalKey, Outcome } from './shapes.js'
export { nodesOf } from './nodes-of.js'
export type { Page } from './nodes-of.js'
export type { AnyOperation, Operation } from './operation.js'
export type {
  MovieFieldsFragment as Movie,
  OrderFieldsFragment as Order,
  OrderSummaryFieldsFragment as OrderSummary,
  RefusalFieldsFragment as Refusal,
  ScreeningFieldsFragment as Screening,
  SeatFieldsFragment as Seat,
  TicketFieldsFragment as Ticket,
  UserFieldsFragment as User,
} from './generated/types.js'
export * from './generated/operations.js'
export type * from './generated/types.js'
