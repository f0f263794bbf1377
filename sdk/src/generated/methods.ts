// Made by `npm run codegen` from gateway/supergraph.graphql and sdk/operations: change those, not this.
import type { RequestOptions } from '../http.js'
import type { OptionalKey, Outcome } from '../shapes.js'
import type * as Types from './types.js'
/** Each query and mutation by its name; what comes back is its one field. They reject with GraphError, or with the signal's reason. */
export interface Methods {
  /** One auditorium; null where nobody knows the id. */
  readonly auditorium: (variables: Types.AuditoriumQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.AuditoriumQuery['auditorium']>>
  /** Auditoriums by name. */
  readonly auditoriums: (variables?: Types.AuditoriumsQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.AuditoriumsQuery['auditoriums']>>
  /** Takes tickets of one screening from sale, all or none; takes reserved and locked ones from nobody. For administrators. */
  readonly blockTickets: (variables: Types.BlockTicketsMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.BlockTicketsMutation['blockTickets']>>
  /** One screening; null where nobody knows the id. */
  readonly blockedReasons: (variables: Types.BlockedReasonsQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.BlockedReasonsQuery['screening']>>
  /** Gives up the order's seats. Reserved orders can be cancelled until the screening starts. */
  readonly cancelOrder: (variables: Types.CancelOrderMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.CancelOrderMutation['cancelOrder']>>
  /** Stops the sale; open locks are released and their orders CANCELLED, reserved orders become CANCELLED with a note. For administrators. */
  readonly cancelScreening: (variables: Types.CancelScreeningMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.CancelScreeningMutation['cancelScreening']>>
  /** Sets a new password and ends all other sessions. A wrong `current` is BAD_USER_INPUT. */
  readonly changePassword: (variables: Types.ChangePasswordMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.ChangePasswordMutation['changePassword']>>
  /** Adds an auditorium with its seating plan, which never changes. For administrators. */
  readonly createAuditorium: (variables: Types.CreateAuditoriumMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.CreateAuditoriumMutation['createAuditorium']>>
  /** Locks the best free seats for the caller. Waits for the outcome. */
  readonly createBestOrder: (variables: OptionalKey<Types.CreateBestOrderMutationVariables>, options?: RequestOptions) => Promise<Outcome<Types.CreateBestOrderMutation['createBestOrder']>>
  /** Adds a movie. For administrators. */
  readonly createMovie: (variables: Types.CreateMovieMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.CreateMovieMutation['createMovie']>>
  /** Locks the named tickets for the caller, all or none. Waits for the outcome. */
  readonly createOrder: (variables: OptionalKey<Types.CreateOrderMutationVariables>, options?: RequestOptions) => Promise<Outcome<Types.CreateOrderMutation['createOrder']>>
  /** Ends one of the caller's sessions; false where the caller has none of this id. */
  readonly endSession: (variables: Types.EndSessionMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.EndSessionMutation['endSession']>>
  /**
   * More time, within an absolute cap from the first lock (WCAG 2.2.1). While the order is PENDING it waits for the lock
   * first; an order that comes back PENDING has no more time than before: call again.
   */
  readonly extendOrder: (variables: Types.ExtendOrderMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.ExtendOrderMutation['extendOrder']>>
  /** Who is asking; null where nobody is signed in. */
  readonly me: (variables?: Types.MeQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.MeQuery['me']>>
  /** One movie; null where nobody knows the id. */
  readonly movie: (variables: Types.MovieQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.MovieQuery['movie']>>
  /** Movies by title. */
  readonly movies: (variables?: Types.MoviesQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.MoviesQuery['movies']>>
  /** Movies by title. */
  readonly moviesWithScreenings: (variables?: Types.MoviesWithScreeningsQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.MoviesWithScreeningsQuery['movies']>>
  /** The caller's orders, newest first. */
  readonly myOrders: (variables?: Types.MyOrdersQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.MyOrdersQuery['myOrders']>>
  /** One of the caller's orders (any, for admins); null where there is none. */
  readonly order: (variables: Types.OrderQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.OrderQuery['order']>>
  /** One of the caller's orders (any, for admins); null where there is none. */
  readonly orderHolder: (variables: Types.OrderHolderQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.OrderHolderQuery['order']>>
  /**
   * Makes a locked order's seats the caller's for good. While the order is PENDING it waits for the lock first; an order
   * that comes back PENDING was not reserved: call again.
   */
  readonly reserveOrder: (variables: OptionalKey<Types.ReserveOrderMutationVariables>, options?: RequestOptions) => Promise<Outcome<Types.ReserveOrderMutation['reserveOrder']>>
  /** Puts a screening on sale. For administrators. */
  readonly scheduleScreening: (variables: Types.ScheduleScreeningMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.ScheduleScreeningMutation['scheduleScreening']>>
  /** One screening; null where nobody knows the id. */
  readonly screening: (variables: Types.ScreeningQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.ScreeningQuery['screening']>>
  /** What happened at a screening between two moments. Only for admins. Null where there is no such screening. */
  readonly screeningActivity: (variables: Types.ScreeningActivityQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.ScreeningActivityQuery['screeningActivity']>>
  /** One screening; null where nobody knows the id. */
  readonly screeningSales: (variables: Types.ScreeningSalesQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.ScreeningSalesQuery['screening']>>
  /** Screenings by start. */
  readonly screenings: (variables?: Types.ScreeningsQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.ScreeningsQuery['screenings']>>
  /** Screenings by start. */
  readonly screeningsWithSales: (variables?: Types.ScreeningsWithSalesQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.ScreeningsWithSalesQuery['screenings']>>
  /** With `afterVersion` only the tickets that changed since; without it, or where that can't be said, all of them (`full`). Null where nobody knows the screening. */
  readonly seatMap: (variables: Types.SeatMapQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.SeatMapQuery['seatMap']>>
  /** Who is asking; null where nobody is signed in. */
  readonly sessions: (variables?: Types.SessionsQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.SessionsQuery['me']>>
  /** Begins a session; one that was presented with the request ends. RATE_LIMITED where too many come from one address. */
  readonly signIn: (variables: Types.SignInMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.SignInMutation['signIn']>>
  /** Ends the session that asks. */
  readonly signOut: (variables?: Types.SignOutMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.SignOutMutation['signOut']>>
  /** Ends every session of the caller; gives how many there were. */
  readonly signOutEverywhere: (variables?: Types.SignOutEverywhereMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.SignOutEverywhereMutation['signOutEverywhere']>>
  /** Makes an account and signs it in. RATE_LIMITED where too many come from one address. */
  readonly signUp: (variables: Types.SignUpMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.SignUpMutation['signUp']>>
  /** Who held a ticket, and when: the latest hold first. Only for admins. Null where there is no such ticket. */
  readonly ticketHistory: (variables: Types.TicketHistoryQueryVariables, options?: RequestOptions) => Promise<Outcome<Types.TicketHistoryQuery['ticketHistory']>>
  /** Puts blocked tickets of one screening on sale again; others stay as they are. For administrators. */
  readonly unblockTickets: (variables: Types.UnblockTicketsMutationVariables, options?: RequestOptions) => Promise<Outcome<Types.UnblockTicketsMutation['unblockTickets']>>
}