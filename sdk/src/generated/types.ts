// Made by `npm run codegen` from sdk/operations: change those, not this.
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as RFC 3339; answers are in UTC with milliseconds. */
  DateTime: { input: string; output: string; }
  join__DirectiveArguments: { input: any; output: any; }
  join__FieldSet: { input: any; output: any; }
  join__FieldValue: { input: any; output: any; }
  link__Import: { input: any; output: any; }
};

/** A new auditorium. */
export type CreateAuditoriumInput = {
  /** 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** 1 to 2,000, in plan order: tickets come in this order. */
  readonly seats: ReadonlyArray<SeatInput>;
};

/** An order for the best seats that are free, chosen by the server inside the lock. */
export type CreateBestOrderInput = {
  /** How many seats, together: 1 to the screening's `maxTicketsPerOrder`. */
  readonly count: Scalars['Int']['input'];
  /** 1 to 100 characters, unique per wish: a call that is repeated with the same key and input gives the same order. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Only seats of this kind; any where not given. */
  readonly kind?: InputMaybe<SeatKind>;
  /** The screening. */
  readonly screeningId: Scalars['ID']['input'];
};

/** A new movie. */
export type CreateMovieInput = {
  /** At most 10, each of 1 to 40 characters. */
  readonly genres: ReadonlyArray<Scalars['String']['input']>;
  /** At most 20 characters. */
  readonly rating?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,440. */
  readonly runtimeMinutes: Scalars['Int']['input'];
  /** At most 5,000 characters. */
  readonly synopsis: Scalars['String']['input'];
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
};

/** An order for named tickets: all of them or none. */
export type CreateOrderInput = {
  /** 1 to 100 characters, unique per wish: a call that is repeated with the same key and input gives the same order. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The screening that the tickets are for. */
  readonly screeningId: Scalars['ID']['input'];
  /** 1 to the screening's `maxTicketsPerOrder`, none twice. */
  readonly ticketIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** Why a ticket is not held for an order any more. A closed set. */
export type HoldEnding =
  /** The buyer gave it up, locked or reserved. */
  | 'GIVEN_UP'
  /** Ticketing holds it for the order no more, and told no reason. */
  | 'LOST'
  /** The screening was cancelled. */
  | 'SCREENING_CANCELLED'
  /** The lock ended before the order was reserved. */
  | 'TIME_UP';

/** Where an order is in its life. REJECTED, CANCELLED and EXPIRED are final. */
export type OrderStatus =
  /** It was given up by the buyer, or its screening was cancelled; it holds no seats. */
  | 'CANCELLED'
  /** Its lock ended before it was reserved; it holds no seats. */
  | 'EXPIRED'
  /** All its seats are held for the buyer until `expiresAt`. */
  | 'LOCKED'
  /** Placed; the answer of ticketing has not come yet. */
  | 'PENDING'
  /** It got no seats; `refusal` says why. */
  | 'REJECTED'
  /** The seats are the buyer's for good. */
  | 'RESERVED';

/** What a kind of seat costs. */
export type PriceInput = {
  /** In minor units of the currency, such as cents; 0 or more. */
  readonly amount: Scalars['Int']['input'];
  /** The kind of seat. */
  readonly kind: SeatKind;
};

/** Why a buyer does not get what was asked for. A closed set. */
export type RefusalCode =
  /** The order is in a status that can't be changed in this way any more. */
  | 'ALREADY_SETTLED'
  /** The lock can't last any longer. */
  | 'EXTENSION_LIMIT'
  /** The idempotency key was used before, with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The choice would leave a single empty seat between taken ones. */
  | 'LEAVES_SINGLE_SEAT'
  /** The lock has ended. */
  | 'LOCK_EXPIRED'
  /** The screening has started, or was cancelled. */
  | 'SCREENING_NOT_ON_SALE'
  /** Some of the seats are not free: `tickets` are exactly those. */
  | 'SEATS_UNAVAILABLE'
  /** The buyer has too many locked tickets for this screening already. */
  | 'TOO_MANY_LOCKS'
  /** More tickets than the screening allows in one order. */
  | 'TOO_MANY_TICKETS';

/** What an account may do. */
export type Role =
  /** Also keeps the programme, and sees every order. */
  | 'ADMIN'
  /** Looks, orders and reserves. */
  | 'CUSTOMER';

/** A new screening. */
export type ScheduleScreeningInput = {
  /** Where. */
  readonly auditoriumId: Scalars['ID']['input'];
  /** Refuse orders that leave one empty seat between taken ones, where another choice would not. */
  readonly avoidSingleSeats?: InputMaybe<Scalars['Boolean']['input']>;
  /** ISO 4217 code, such as EUR. */
  readonly currency: Scalars['String']['input'];
  /** How long seats are locked for an order: 1 to 3,600. */
  readonly lockSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The most tickets that one order can have: 1 to 50. */
  readonly maxTicketsPerOrder?: InputMaybe<Scalars['Int']['input']>;
  /** What is screened. */
  readonly movieId: Scalars['ID']['input'];
  /** One for each kind of seat in the auditorium. */
  readonly prices: ReadonlyArray<PriceInput>;
  /** When; in the future. Screenings in one auditorium may overlap. */
  readonly startsAt: Scalars['DateTime']['input'];
};

/** Whether tickets of a screening can be ordered. */
export type ScreeningStatus =
  /** It does not take place. */
  | 'CANCELLED'
  /** It has started. */
  | 'CLOSED'
  /** They can. */
  | 'ON_SALE';

/** A seat of a new auditorium. */
export type SeatInput = {
  /** What it is made for. */
  readonly kind?: InputMaybe<SeatKind>;
  /** 1 to 9,999; unique within the row. */
  readonly number: Scalars['Int']['input'];
  /** 1 to 10 letters and digits, such as A. */
  readonly row: Scalars['String']['input'];
  /** To the right, in seat units; default: the number. Leave a gap for an aisle. */
  readonly x?: InputMaybe<Scalars['Float']['input']>;
  /** Away from the screen, in seat units; default: the row's index, in order of first appearance. */
  readonly y?: InputMaybe<Scalars['Float']['input']>;
};

/** What a seat is made for. */
export type SeatKind =
  /** A place for a wheelchair. */
  | 'ACCESSIBLE'
  /** A seat beside an accessible place. */
  | 'COMPANION'
  /** A seat with more comfort, usually at a higher price. */
  | 'PREMIUM'
  /** An ordinary seat. */
  | 'STANDARD';

/** An account that is there. */
export type SignInInput = {
  /** Upper and lower case are the same. */
  readonly email: Scalars['String']['input'];
  /** At most 200 characters. */
  readonly password: Scalars['String']['input'];
};

/** A new account. */
export type SignUpInput = {
  /** An e-mail address of at most 254 characters; upper and lower case are the same. */
  readonly email: Scalars['String']['input'];
  /** 1 to 100 characters; spaces around them are dropped. */
  readonly name: Scalars['String']['input'];
  /** 8 to 200 characters of any kind. */
  readonly password: Scalars['String']['input'];
};

/** Whether a seat can be ordered. */
export type TicketStatus =
  /** It can. */
  | 'AVAILABLE'
  /** Not on sale. */
  | 'BLOCKED'
  /** Held for an order until `lockedUntil`. */
  | 'LOCKED'
  /** Sold. */
  | 'RESERVED';

export type Join__ContextArgument = {
  readonly context: Scalars['String']['input'];
  readonly name: Scalars['String']['input'];
  readonly selection: Scalars['join__FieldValue']['input'];
  readonly type: Scalars['String']['input'];
};

export type Join__Graph =
  | 'AUTH'
  | 'ORDERS'
  | 'TICKETS';

export type Link__Purpose =
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION'
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY';

export type AuditoriumQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AuditoriumQuery = { readonly auditorium: { readonly id: string, readonly name: string, readonly seatCount: number, readonly seatKinds: ReadonlyArray<SeatKind>, readonly seats: ReadonlyArray<SeatFieldsFragment> } | null };

export type AuditoriumsQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type AuditoriumsQuery = { readonly auditoriums: { readonly totalCount: number, readonly pageInfo: PageFieldsFragment, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly seatCount: number, readonly seatKinds: ReadonlyArray<SeatKind> }> } };

export type BlockTicketsMutationVariables = Exact<{
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
}>;


export type BlockTicketsMutation = { readonly blockTickets: ReadonlyArray<TicketFieldsFragment> };

export type BlockedReasonsQueryVariables = Exact<{
  screeningId: Scalars['ID']['input'];
}>;


export type BlockedReasonsQuery = { readonly screening: { readonly tickets: ReadonlyArray<{ readonly id: string, readonly blockedReason: string | null }> } | null };

export type CancelOrderMutationVariables = Exact<{
  orderId: Scalars['ID']['input'];
}>;


export type CancelOrderMutation = { readonly cancelOrder:
    | OrderResultFields_OrderAccepted_Fragment
    | OrderResultFields_OrderRefused_Fragment
   };

export type CancelScreeningMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CancelScreeningMutation = { readonly cancelScreening: ScreeningFieldsFragment };

export type ChangePasswordMutationVariables = Exact<{
  current: Scalars['String']['input'];
  next: Scalars['String']['input'];
}>;


export type ChangePasswordMutation = { readonly changePassword: boolean };

export type CreateAuditoriumMutationVariables = Exact<{
  input: CreateAuditoriumInput;
}>;


export type CreateAuditoriumMutation = { readonly createAuditorium: { readonly id: string, readonly name: string, readonly seats: ReadonlyArray<SeatFieldsFragment> } };

export type CreateBestOrderMutationVariables = Exact<{
  input: CreateBestOrderInput;
}>;


export type CreateBestOrderMutation = { readonly createBestOrder:
    | OrderResultFields_OrderAccepted_Fragment
    | OrderResultFields_OrderRefused_Fragment
   };

export type CreateMovieMutationVariables = Exact<{
  input: CreateMovieInput;
}>;


export type CreateMovieMutation = { readonly createMovie: MovieFieldsFragment };

export type CreateOrderMutationVariables = Exact<{
  input: CreateOrderInput;
}>;


export type CreateOrderMutation = { readonly createOrder:
    | OrderResultFields_OrderAccepted_Fragment
    | OrderResultFields_OrderRefused_Fragment
   };

export type EndSessionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type EndSessionMutation = { readonly endSession: boolean };

export type ExtendOrderMutationVariables = Exact<{
  orderId: Scalars['ID']['input'];
}>;


export type ExtendOrderMutation = { readonly extendOrder:
    | OrderResultFields_OrderAccepted_Fragment
    | OrderResultFields_OrderRefused_Fragment
   };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: UserFieldsFragment | null };

export type MoneyFieldsFragment = { readonly amount: number, readonly currency: string };

export type MovieQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type MovieQuery = { readonly movie: MovieFieldsFragment | null };

export type MovieFieldsFragment = { readonly id: string, readonly title: string, readonly synopsis: string, readonly runtimeMinutes: number, readonly rating: string | null, readonly genres: ReadonlyArray<string> };

export type MoviesQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type MoviesQuery = { readonly movies: { readonly totalCount: number, readonly pageInfo: PageFieldsFragment, readonly nodes: ReadonlyArray<MovieFieldsFragment> } };

export type MoviesWithScreeningsQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  firstScreenings?: InputMaybe<Scalars['Int']['input']>;
}>;


export type MoviesWithScreeningsQuery = { readonly movies: { readonly totalCount: number, readonly pageInfo: PageFieldsFragment, readonly nodes: ReadonlyArray<(
      { readonly screenings: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly startsAt: string, readonly status: ScreeningStatus, readonly availableCount: number, readonly ticketCount: number, readonly auditorium: { readonly id: string, readonly name: string } }> } }
      & MovieFieldsFragment
    )> } };

export type MyOrdersQueryVariables = Exact<{
  status?: InputMaybe<OrderStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type MyOrdersQuery = { readonly myOrders: { readonly totalCount: number, readonly pageInfo: PageFieldsFragment, readonly nodes: ReadonlyArray<OrderSummaryFieldsFragment> } };

export type OrderQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OrderQuery = { readonly order: OrderFieldsFragment | null };

export type OrderChangedSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OrderChangedSubscription = { readonly orderChanged: OrderFieldsFragment | null };

export type OrderFieldsFragment = { readonly id: string, readonly status: OrderStatus, readonly version: number, readonly createdAt: string, readonly expiresAt: string | null, readonly remainingSeconds: number | null, readonly total: MoneyFieldsFragment | null, readonly screening: ScreeningFieldsFragment, readonly tickets: ReadonlyArray<TicketFieldsFragment>, readonly refusal: RefusalFieldsFragment | null, readonly history: ReadonlyArray<{ readonly at: string, readonly status: OrderStatus, readonly note: string | null }> };

export type OrderHolderQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OrderHolderQuery = { readonly order: { readonly id: string, readonly user: { readonly id: string, readonly name: string } } | null };

type OrderResultFields_OrderAccepted_Fragment = { readonly __typename: 'OrderAccepted', readonly order: OrderFieldsFragment };

type OrderResultFields_OrderRefused_Fragment = { readonly __typename: 'OrderRefused', readonly refusal: RefusalFieldsFragment, readonly refusedOrder: OrderFieldsFragment | null };

export type OrderResultFieldsFragment =
  | OrderResultFields_OrderAccepted_Fragment
  | OrderResultFields_OrderRefused_Fragment
;

export type OrderSummaryFieldsFragment = { readonly id: string, readonly status: OrderStatus, readonly version: number, readonly createdAt: string, readonly expiresAt: string | null, readonly remainingSeconds: number | null, readonly total: MoneyFieldsFragment | null, readonly screening: { readonly id: string, readonly startsAt: string, readonly lockSeconds: number, readonly movie: { readonly id: string, readonly title: string, readonly genres: ReadonlyArray<string>, readonly runtimeMinutes: number }, readonly auditorium: { readonly id: string, readonly name: string } }, readonly tickets: ReadonlyArray<{ readonly id: string, readonly seat: { readonly label: string } }> };

export type PageFieldsFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type RefusalFieldsFragment = { readonly code: RefusalCode, readonly message: string, readonly tickets: ReadonlyArray<{ readonly id: string, readonly seat: { readonly label: string } }> };

export type ReserveOrderMutationVariables = Exact<{
  orderId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type ReserveOrderMutation = { readonly reserveOrder:
    | OrderResultFields_OrderAccepted_Fragment
    | OrderResultFields_OrderRefused_Fragment
   };

export type ScheduleScreeningMutationVariables = Exact<{
  input: ScheduleScreeningInput;
}>;


export type ScheduleScreeningMutation = { readonly scheduleScreening: ScreeningFieldsFragment };

export type ScreeningQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ScreeningQuery = { readonly screening: ScreeningFieldsFragment | null };

export type ScreeningActivityQueryVariables = Exact<{
  screeningId: Scalars['ID']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  stepSeconds: Scalars['Int']['input'];
}>;


export type ScreeningActivityQuery = { readonly screeningActivity: { readonly steps: ReadonlyArray<{ readonly from: string, readonly to: string, readonly ordersPlaced: number, readonly locks: number, readonly reservations: number, readonly refusals: number, readonly cancellations: number, readonly expiries: number, readonly lockedSeats: number, readonly reservedSeats: number, readonly revenue: { readonly amount: number, readonly currency: string } }> } | null };

export type ScreeningFieldsFragment = { readonly id: string, readonly startsAt: string, readonly status: ScreeningStatus, readonly lockSeconds: number, readonly maxTicketsPerOrder: number, readonly avoidSingleSeats: boolean, readonly version: number, readonly availableCount: number, readonly ticketCount: number, readonly prices: ReadonlyArray<{ readonly kind: SeatKind, readonly price: MoneyFieldsFragment }>, readonly movie: MovieFieldsFragment, readonly auditorium: { readonly id: string, readonly name: string } };

export type ScreeningSalesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ScreeningSalesQuery = { readonly screening: { readonly sales: { readonly ordersPlaced: number, readonly refusals: number, readonly cancellations: number, readonly expiries: number, readonly lockedSeats: number, readonly reservedSeats: number, readonly revenue: { readonly amount: number, readonly currency: string } } | null } | null };

export type ScreeningsQueryVariables = Exact<{
  movieId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ScreeningsQuery = { readonly screenings: { readonly totalCount: number, readonly pageInfo: PageFieldsFragment, readonly nodes: ReadonlyArray<ScreeningFieldsFragment> } };

export type ScreeningsWithSalesQueryVariables = Exact<{
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ScreeningsWithSalesQuery = { readonly screenings: { readonly totalCount: number, readonly pageInfo: PageFieldsFragment, readonly nodes: ReadonlyArray<{ readonly id: string, readonly startsAt: string, readonly status: ScreeningStatus, readonly availableCount: number, readonly ticketCount: number, readonly movie: { readonly id: string, readonly title: string }, readonly auditorium: { readonly id: string, readonly name: string }, readonly sales: { readonly lockedSeats: number, readonly reservedSeats: number, readonly expiries: number, readonly revenue: { readonly amount: number, readonly currency: string } } | null }> } };

export type SeatFieldsFragment = { readonly label: string, readonly row: string, readonly number: number, readonly kind: SeatKind, readonly x: number, readonly y: number };

export type SeatMapQueryVariables = Exact<{
  screeningId: Scalars['ID']['input'];
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type SeatMapQuery = { readonly seatMap: { readonly version: number, readonly full: boolean, readonly screening: ScreeningFieldsFragment, readonly tickets: ReadonlyArray<TicketFieldsFragment> } | null };

export type SeatMapChangedSubscriptionVariables = Exact<{
  screeningId: Scalars['ID']['input'];
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type SeatMapChangedSubscription = { readonly seatMapChanged: { readonly version: number, readonly full: boolean, readonly screening: { readonly id: string, readonly status: ScreeningStatus, readonly availableCount: number }, readonly tickets: ReadonlyArray<TicketFieldsFragment> } | null };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { readonly me: { readonly id: string, readonly sessions: ReadonlyArray<{ readonly id: string, readonly createdAt: string, readonly lastSeenAt: string, readonly userAgent: string | null, readonly current: boolean }> } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn:
    | { readonly __typename: 'SignInRefused', readonly message: string, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'SignedIn', readonly token: string, readonly expiresAt: string, readonly user: UserFieldsFragment }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: boolean };

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverywhereMutation = { readonly signOutEverywhere: number };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { readonly signUp:
    | { readonly __typename: 'EmailTaken', readonly message: string }
    | { readonly __typename: 'SignedIn', readonly token: string, readonly expiresAt: string, readonly user: UserFieldsFragment }
   };

export type TicketFieldsFragment = { readonly id: string, readonly status: TicketStatus, readonly lockedUntil: string | null, readonly version: number, readonly price: MoneyFieldsFragment, readonly seat: SeatFieldsFragment };

export type TicketHistoryQueryVariables = Exact<{
  ticketId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type TicketHistoryQuery = { readonly ticketHistory: { readonly totalCount: number, readonly pageInfo: PageFieldsFragment, readonly nodes: ReadonlyArray<{ readonly from: string, readonly to: string | null, readonly reservedAt: string | null, readonly status: OrderStatus, readonly ending: HoldEnding | null, readonly order: { readonly id: string, readonly createdAt: string, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly tickets: ReadonlyArray<{ readonly id: string, readonly seat: { readonly label: string } }> } }> } | null };

export type UnblockTicketsMutationVariables = Exact<{
  ids: ReadonlyArray<Scalars['ID']['input']>;
}>;


export type UnblockTicketsMutation = { readonly unblockTickets: ReadonlyArray<TicketFieldsFragment> };

export type UserFieldsFragment = { readonly id: string, readonly email: string, readonly name: string, readonly role: Role, readonly createdAt: string };
