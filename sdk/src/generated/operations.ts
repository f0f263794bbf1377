// Made by `npm run codegen` from sdk/operations: change those, not this.
import type * as Types from './types.js'
import { operation } from '../operation.js'
import type { Operation } from '../operation.js'
export const Auditorium: Operation<Types.AuditoriumQuery, Types.AuditoriumQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Auditorium', 'auditorium',
  "query Auditorium($id:ID!){auditorium(id:$id){id name seatCount seatKinds seats{...SeatFields}}}fragment SeatFields on Seat{label row number kind x y}",
)

export const Auditoriums: Operation<Types.AuditoriumsQuery, Types.AuditoriumsQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Auditoriums', 'auditoriums',
  "query Auditoriums($first:Int$after:String){auditoriums(first:$first after:$after){totalCount pageInfo{...PageFields}nodes{id name seatCount seatKinds}}}fragment PageFields on PageInfo{hasNextPage endCursor}",
)

export const BlockTickets: Operation<Types.BlockTicketsMutation, Types.BlockTicketsMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'BlockTickets', 'blockTickets',
  "mutation BlockTickets($ids:[ID!]!$reason:String!){blockTickets(ids:$ids reason:$reason){...TicketFields}}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment MoneyFields on Money{amount currency}fragment SeatFields on Seat{label row number kind x y}",
)

export const BlockedReasons: Operation<Types.BlockedReasonsQuery, Types.BlockedReasonsQueryVariables> = /* #__PURE__ */ operation(
  'query', 'BlockedReasons', 'screening',
  "query BlockedReasons($screeningId:ID!){screening(id:$screeningId){tickets{id blockedReason}}}",
)

export const CancelOrder: Operation<Types.CancelOrderMutation, Types.CancelOrderMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'CancelOrder', 'cancelOrder',
  "mutation CancelOrder($orderId:ID!){cancelOrder(orderId:$orderId){...OrderResultFields}}fragment OrderResultFields on OrderResult{__typename ...on OrderAccepted{order{...OrderFields}}...on OrderRefused{refusal{...RefusalFields}refusedOrder:order{...OrderFields}}}fragment OrderFields on Order{id status version createdAt expiresAt remainingSeconds total{...MoneyFields}screening{...ScreeningFields}tickets{...TicketFields}refusal{...RefusalFields}history{at status note}}fragment MoneyFields on Money{amount currency}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment SeatFields on Seat{label row number kind x y}fragment RefusalFields on OrderRefusal{code message tickets{id seat{label}}}",
)

export const CancelScreening: Operation<Types.CancelScreeningMutation, Types.CancelScreeningMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'CancelScreening', 'cancelScreening',
  "mutation CancelScreening($id:ID!){cancelScreening(id:$id){...ScreeningFields}}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MoneyFields on Money{amount currency}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}",
)

export const ChangePassword: Operation<Types.ChangePasswordMutation, Types.ChangePasswordMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'ChangePassword', 'changePassword',
  "mutation ChangePassword($current:String!$next:String!){changePassword(current:$current next:$next)}",
)

export const CreateAuditorium: Operation<Types.CreateAuditoriumMutation, Types.CreateAuditoriumMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'CreateAuditorium', 'createAuditorium',
  "mutation CreateAuditorium($input:CreateAuditoriumInput!){createAuditorium(input:$input){id name seats{...SeatFields}}}fragment SeatFields on Seat{label row number kind x y}",
)

export const CreateBestOrder: Operation<Types.CreateBestOrderMutation, Types.CreateBestOrderMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'CreateBestOrder', 'createBestOrder',
  "mutation CreateBestOrder($input:CreateBestOrderInput!){createBestOrder(input:$input){...OrderResultFields}}fragment OrderResultFields on OrderResult{__typename ...on OrderAccepted{order{...OrderFields}}...on OrderRefused{refusal{...RefusalFields}refusedOrder:order{...OrderFields}}}fragment OrderFields on Order{id status version createdAt expiresAt remainingSeconds total{...MoneyFields}screening{...ScreeningFields}tickets{...TicketFields}refusal{...RefusalFields}history{at status note}}fragment MoneyFields on Money{amount currency}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment SeatFields on Seat{label row number kind x y}fragment RefusalFields on OrderRefusal{code message tickets{id seat{label}}}",
)

export const CreateMovie: Operation<Types.CreateMovieMutation, Types.CreateMovieMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'CreateMovie', 'createMovie',
  "mutation CreateMovie($input:CreateMovieInput!){createMovie(input:$input){...MovieFields}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}",
)

export const CreateOrder: Operation<Types.CreateOrderMutation, Types.CreateOrderMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'CreateOrder', 'createOrder',
  "mutation CreateOrder($input:CreateOrderInput!){createOrder(input:$input){...OrderResultFields}}fragment OrderResultFields on OrderResult{__typename ...on OrderAccepted{order{...OrderFields}}...on OrderRefused{refusal{...RefusalFields}refusedOrder:order{...OrderFields}}}fragment OrderFields on Order{id status version createdAt expiresAt remainingSeconds total{...MoneyFields}screening{...ScreeningFields}tickets{...TicketFields}refusal{...RefusalFields}history{at status note}}fragment MoneyFields on Money{amount currency}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment SeatFields on Seat{label row number kind x y}fragment RefusalFields on OrderRefusal{code message tickets{id seat{label}}}",
)

export const EndSession: Operation<Types.EndSessionMutation, Types.EndSessionMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'EndSession', 'endSession',
  "mutation EndSession($id:ID!){endSession(id:$id)}",
)

export const ExtendOrder: Operation<Types.ExtendOrderMutation, Types.ExtendOrderMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'ExtendOrder', 'extendOrder',
  "mutation ExtendOrder($orderId:ID!){extendOrder(orderId:$orderId){...OrderResultFields}}fragment OrderResultFields on OrderResult{__typename ...on OrderAccepted{order{...OrderFields}}...on OrderRefused{refusal{...RefusalFields}refusedOrder:order{...OrderFields}}}fragment OrderFields on Order{id status version createdAt expiresAt remainingSeconds total{...MoneyFields}screening{...ScreeningFields}tickets{...TicketFields}refusal{...RefusalFields}history{at status note}}fragment MoneyFields on Money{amount currency}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment SeatFields on Seat{label row number kind x y}fragment RefusalFields on OrderRefusal{code message tickets{id seat{label}}}",
)

export const Me: Operation<Types.MeQuery, Types.MeQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Me', 'me',
  "query Me{me{...UserFields}}fragment UserFields on User{id email name role createdAt}",
)

export const Movie: Operation<Types.MovieQuery, Types.MovieQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Movie', 'movie',
  "query Movie($id:ID!){movie(id:$id){...MovieFields}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}",
)

export const Movies: Operation<Types.MoviesQuery, Types.MoviesQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Movies', 'movies',
  "query Movies($search:String$first:Int$after:String){movies(search:$search first:$first after:$after){totalCount pageInfo{...PageFields}nodes{...MovieFields}}}fragment PageFields on PageInfo{hasNextPage endCursor}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}",
)

export const MoviesWithScreenings: Operation<Types.MoviesWithScreeningsQuery, Types.MoviesWithScreeningsQueryVariables> = /* #__PURE__ */ operation(
  'query', 'MoviesWithScreenings', 'movies',
  "query MoviesWithScreenings($search:String$first:Int$after:String$from:DateTime$to:DateTime$firstScreenings:Int){movies(search:$search first:$first after:$after){totalCount pageInfo{...PageFields}nodes{...MovieFields screenings(from:$from to:$to first:$firstScreenings){totalCount nodes{id startsAt status availableCount ticketCount auditorium{id name}}}}}}fragment PageFields on PageInfo{hasNextPage endCursor}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}",
)

export const MyOrders: Operation<Types.MyOrdersQuery, Types.MyOrdersQueryVariables> = /* #__PURE__ */ operation(
  'query', 'MyOrders', 'myOrders',
  "query MyOrders($status:OrderStatus$first:Int$after:String){myOrders(status:$status first:$first after:$after){totalCount pageInfo{...PageFields}nodes{...OrderSummaryFields}}}fragment PageFields on PageInfo{hasNextPage endCursor}fragment OrderSummaryFields on Order{id status version createdAt expiresAt remainingSeconds total{...MoneyFields}screening{id startsAt lockSeconds movie{id title genres runtimeMinutes}auditorium{id name}}tickets{id seat{label}}}fragment MoneyFields on Money{amount currency}",
)

export const Order: Operation<Types.OrderQuery, Types.OrderQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Order', 'order',
  "query Order($id:ID!){order(id:$id){...OrderFields}}fragment OrderFields on Order{id status version createdAt expiresAt remainingSeconds total{...MoneyFields}screening{...ScreeningFields}tickets{...TicketFields}refusal{...RefusalFields}history{at status note}}fragment MoneyFields on Money{amount currency}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment SeatFields on Seat{label row number kind x y}fragment RefusalFields on OrderRefusal{code message tickets{id seat{label}}}",
)

export const OrderChanged: Operation<Types.OrderChangedSubscription, Types.OrderChangedSubscriptionVariables> = /* #__PURE__ */ operation(
  'subscription', 'OrderChanged', 'orderChanged',
  "subscription OrderChanged($id:ID!){orderChanged(id:$id){...OrderFields}}fragment OrderFields on Order{id status version createdAt expiresAt remainingSeconds total{...MoneyFields}screening{...ScreeningFields}tickets{...TicketFields}refusal{...RefusalFields}history{at status note}}fragment MoneyFields on Money{amount currency}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment SeatFields on Seat{label row number kind x y}fragment RefusalFields on OrderRefusal{code message tickets{id seat{label}}}",
)

export const OrderHolder: Operation<Types.OrderHolderQuery, Types.OrderHolderQueryVariables> = /* #__PURE__ */ operation(
  'query', 'OrderHolder', 'order',
  "query OrderHolder($id:ID!){order(id:$id){id user{id name}}}",
)

export const ReserveOrder: Operation<Types.ReserveOrderMutation, Types.ReserveOrderMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'ReserveOrder', 'reserveOrder',
  "mutation ReserveOrder($orderId:ID!$idempotencyKey:String!){reserveOrder(orderId:$orderId idempotencyKey:$idempotencyKey){...OrderResultFields}}fragment OrderResultFields on OrderResult{__typename ...on OrderAccepted{order{...OrderFields}}...on OrderRefused{refusal{...RefusalFields}refusedOrder:order{...OrderFields}}}fragment OrderFields on Order{id status version createdAt expiresAt remainingSeconds total{...MoneyFields}screening{...ScreeningFields}tickets{...TicketFields}refusal{...RefusalFields}history{at status note}}fragment MoneyFields on Money{amount currency}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment SeatFields on Seat{label row number kind x y}fragment RefusalFields on OrderRefusal{code message tickets{id seat{label}}}",
)

export const ScheduleScreening: Operation<Types.ScheduleScreeningMutation, Types.ScheduleScreeningMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'ScheduleScreening', 'scheduleScreening',
  "mutation ScheduleScreening($input:ScheduleScreeningInput!){scheduleScreening(input:$input){...ScreeningFields}}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MoneyFields on Money{amount currency}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}",
)

export const Screening: Operation<Types.ScreeningQuery, Types.ScreeningQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Screening', 'screening',
  "query Screening($id:ID!){screening(id:$id){...ScreeningFields}}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MoneyFields on Money{amount currency}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}",
)

export const ScreeningActivity: Operation<Types.ScreeningActivityQuery, Types.ScreeningActivityQueryVariables> = /* #__PURE__ */ operation(
  'query', 'ScreeningActivity', 'screeningActivity',
  "query ScreeningActivity($screeningId:ID!$from:DateTime!$to:DateTime!$stepSeconds:Int!){screeningActivity(screeningId:$screeningId from:$from to:$to stepSeconds:$stepSeconds){steps{from to ordersPlaced locks reservations refusals cancellations expiries lockedSeats reservedSeats revenue{amount currency}}}}",
)

export const ScreeningSales: Operation<Types.ScreeningSalesQuery, Types.ScreeningSalesQueryVariables> = /* #__PURE__ */ operation(
  'query', 'ScreeningSales', 'screening',
  "query ScreeningSales($id:ID!){screening(id:$id){sales{ordersPlaced refusals cancellations expiries lockedSeats reservedSeats revenue{amount currency}}}}",
)

export const Screenings: Operation<Types.ScreeningsQuery, Types.ScreeningsQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Screenings', 'screenings',
  "query Screenings($movieId:ID$from:DateTime$to:DateTime$first:Int$after:String){screenings(movieId:$movieId from:$from to:$to first:$first after:$after){totalCount pageInfo{...PageFields}nodes{...ScreeningFields}}}fragment PageFields on PageInfo{hasNextPage endCursor}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MoneyFields on Money{amount currency}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}",
)

export const ScreeningsWithSales: Operation<Types.ScreeningsWithSalesQuery, Types.ScreeningsWithSalesQueryVariables> = /* #__PURE__ */ operation(
  'query', 'ScreeningsWithSales', 'screenings',
  "query ScreeningsWithSales($from:DateTime$to:DateTime$first:Int$after:String){screenings(from:$from to:$to first:$first after:$after){totalCount pageInfo{...PageFields}nodes{id startsAt status availableCount ticketCount movie{id title}auditorium{id name}sales{lockedSeats reservedSeats expiries revenue{amount currency}}}}}fragment PageFields on PageInfo{hasNextPage endCursor}",
)

export const SeatMap: Operation<Types.SeatMapQuery, Types.SeatMapQueryVariables> = /* #__PURE__ */ operation(
  'query', 'SeatMap', 'seatMap',
  "query SeatMap($screeningId:ID!$afterVersion:Int){seatMap(screeningId:$screeningId afterVersion:$afterVersion){version full screening{...ScreeningFields}tickets{...TicketFields}}}fragment ScreeningFields on Screening{id startsAt status lockSeconds maxTicketsPerOrder avoidSingleSeats version availableCount ticketCount prices{kind price{...MoneyFields}}movie{...MovieFields}auditorium{id name}}fragment MoneyFields on Money{amount currency}fragment MovieFields on Movie{id title synopsis runtimeMinutes rating genres}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment SeatFields on Seat{label row number kind x y}",
)

export const SeatMapChanged: Operation<Types.SeatMapChangedSubscription, Types.SeatMapChangedSubscriptionVariables> = /* #__PURE__ */ operation(
  'subscription', 'SeatMapChanged', 'seatMapChanged',
  "subscription SeatMapChanged($screeningId:ID!$afterVersion:Int){seatMapChanged(screeningId:$screeningId afterVersion:$afterVersion){version full screening{id status availableCount}tickets{...TicketFields}}}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment MoneyFields on Money{amount currency}fragment SeatFields on Seat{label row number kind x y}",
)

export const Sessions: Operation<Types.SessionsQuery, Types.SessionsQueryVariables> = /* #__PURE__ */ operation(
  'query', 'Sessions', 'me',
  "query Sessions{me{id sessions{id createdAt lastSeenAt userAgent current}}}",
)

export const SignIn: Operation<Types.SignInMutation, Types.SignInMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'SignIn', 'signIn',
  "mutation SignIn($input:SignInInput!){signIn(input:$input){__typename ...on SignedIn{token expiresAt user{...UserFields}}...on SignInRefused{message retryAfterSeconds}}}fragment UserFields on User{id email name role createdAt}",
)

export const SignOut: Operation<Types.SignOutMutation, Types.SignOutMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'SignOut', 'signOut',
  "mutation SignOut{signOut}",
)

export const SignOutEverywhere: Operation<Types.SignOutEverywhereMutation, Types.SignOutEverywhereMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'SignOutEverywhere', 'signOutEverywhere',
  "mutation SignOutEverywhere{signOutEverywhere}",
)

export const SignUp: Operation<Types.SignUpMutation, Types.SignUpMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'SignUp', 'signUp',
  "mutation SignUp($input:SignUpInput!){signUp(input:$input){__typename ...on SignedIn{token expiresAt user{...UserFields}}...on EmailTaken{message}}}fragment UserFields on User{id email name role createdAt}",
)

export const TicketHistory: Operation<Types.TicketHistoryQuery, Types.TicketHistoryQueryVariables> = /* #__PURE__ */ operation(
  'query', 'TicketHistory', 'ticketHistory',
  "query TicketHistory($ticketId:ID!$first:Int$after:String){ticketHistory(ticketId:$ticketId first:$first after:$after){totalCount pageInfo{...PageFields}nodes{from to reservedAt status ending order{id createdAt user{id name email}tickets{id seat{label}}}}}}fragment PageFields on PageInfo{hasNextPage endCursor}",
)

export const UnblockTickets: Operation<Types.UnblockTicketsMutation, Types.UnblockTicketsMutationVariables> = /* #__PURE__ */ operation(
  'mutation', 'UnblockTickets', 'unblockTickets',
  "mutation UnblockTickets($ids:[ID!]!){unblockTickets(ids:$ids){...TicketFields}}fragment TicketFields on Ticket{id status lockedUntil version price{...MoneyFields}seat{...SeatFields}}fragment MoneyFields on Money{amount currency}fragment SeatFields on Seat{label row number kind x y}",
)