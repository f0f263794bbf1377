// Made by `npm run codegen` from schema.graphql: change that, not this.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { StoredOrder } from '../store/stored-order.js';
import type { WishRefusal } from '../order/refusals.js';
import type { ScreeningReference } from '../graph/screening-reference.js';
import type { HoldNode, HoldList } from '../graph/ticket-history.js';
import type { UserReference } from '../graph/user-reference.js';
import type { Context } from '../graph/context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as RFC 3339; answers are in UTC with milliseconds. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: any; output: any; }
};

/**
 * A part of the time that was asked for: how many orders became what in it, and how things stood at its end. As far as
 * orders has heard: what happened in the last seconds may still be on its way.
 */
export type ActivityStep = {
  __typename?: 'ActivityStep';
  /** Orders that were given up, locked or reserved, or whose screening was cancelled. */
  cancellations: Scalars['Int']['output'];
  /** Orders that were not reserved in time. */
  expiries: Scalars['Int']['output'];
  /** When it begins; inclusive. */
  from: Scalars['DateTime']['output'];
  /** Seats that were locked at the end of the step. */
  lockedSeats: Scalars['Int']['output'];
  /** Orders whose seats were locked. */
  locks: Scalars['Int']['output'];
  /** Orders that were placed. */
  ordersPlaced: Scalars['Int']['output'];
  /** Orders that got no seats. */
  refusals: Scalars['Int']['output'];
  /** Orders whose seats were reserved. */
  reservations: Scalars['Int']['output'];
  /** Seats that were reserved at the end of the step. */
  reservedSeats: Scalars['Int']['output'];
  /** What the seats that were reserved at the end of the step cost together. */
  revenue: Revenue;
  /** When it ends; exclusive. */
  to: Scalars['DateTime']['output'];
};

/** An order for the best seats that are free, chosen by the server inside the lock. */
export type CreateBestOrderInput = {
  /** How many seats, together: 1 to the screening's `maxTicketsPerOrder`. */
  count: Scalars['Int']['input'];
  /** 1 to 100 characters, unique per wish: a call that is repeated with the same key and input gives the same order. */
  idempotencyKey: Scalars['String']['input'];
  /** Only seats of this kind; any where not given. */
  kind?: InputMaybe<SeatKind>;
  /** The screening. */
  screeningId: Scalars['ID']['input'];
};

/** An order for named tickets: all of them or none. */
export type CreateOrderInput = {
  /** 1 to 100 characters, unique per wish: a call that is repeated with the same key and input gives the same order. */
  idempotencyKey: Scalars['String']['input'];
  /** The screening that the tickets are for. */
  screeningId: Scalars['ID']['input'];
  /** 1 to the screening's `maxTicketsPerOrder`, none twice. */
  ticketIds: Array<Scalars['ID']['input']>;
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

/** An amount in minor units (cents) of an ISO 4217 currency. */
export type Money = {
  __typename?: 'Money';
  /** The amount in minor units, such as 1250 for 12.50 EUR. */
  amount: Scalars['Int']['output'];
  /** The ISO 4217 code, such as EUR. */
  currency: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Gives up the order's seats. Reserved orders can be cancelled until the screening starts. */
  cancelOrder: OrderResult;
  /** Locks the best free seats for the caller. Waits for the outcome. */
  createBestOrder: OrderResult;
  /** Locks the named tickets for the caller, all or none. Waits for the outcome. */
  createOrder: OrderResult;
  /**
   * More time, within an absolute cap from the first lock (WCAG 2.2.1). While the order is PENDING it waits for the lock
   * first; an order that comes back PENDING has no more time than before: call again.
   */
  extendOrder: OrderResult;
  /**
   * Makes a locked order's seats the caller's for good. While the order is PENDING it waits for the lock first; an order
   * that comes back PENDING was not reserved: call again.
   */
  reserveOrder: OrderResult;
};


export type MutationCancelOrderArgs = {
  orderId: Scalars['ID']['input'];
};


export type MutationCreateBestOrderArgs = {
  input: CreateBestOrderInput;
};


export type MutationCreateOrderArgs = {
  input: CreateOrderInput;
};


export type MutationExtendOrderArgs = {
  orderId: Scalars['ID']['input'];
};


export type MutationReserveOrderArgs = {
  idempotencyKey: Scalars['String']['input'];
  orderId: Scalars['ID']['input'];
};

/** A buyer's wish for seats at a screening, and what became of it. It stays visible for ever, whatever its end. */
export type Order = {
  __typename?: 'Order';
  /** When the order was placed. */
  createdAt: Scalars['DateTime']['output'];
  /** When the lock ends; only while LOCKED. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** What happened to the order, oldest first. */
  history: Array<OrderStep>;
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** Why the order was REJECTED; null in every other status. */
  refusal: Maybe<OrderRefusal>;
  /** Seconds until the lock ends by the server's clock, for clients whose clock is off; only while LOCKED. */
  remainingSeconds: Maybe<Scalars['Int']['output']>;
  /** What the tickets are for. */
  screening: Screening;
  /** Where the order is in its life. */
  status: OrderStatus;
  /** The tickets that it holds or held; before that those it asks for, none where the server picks them. */
  tickets: Array<Ticket>;
  /** The sum of the prices at the moment the seats were locked; null before that. */
  total: Maybe<Money>;
  /** The buyer. */
  user: User;
  /** Counts up with each change of the order. */
  version: Scalars['Int']['output'];
};

/** The wish was granted, or is still open: see the order's `status`. */
export type OrderAccepted = {
  __typename?: 'OrderAccepted';
  /** The order as it is now. PENDING where ticketing has not answered in time: follow it. */
  order: Order;
};

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The orders with their cursors. */
  edges: Array<OrderEdge>;
  /** The orders. */
  nodes: Array<Order>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An order and its place in a list. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** A refusal, as the buyer can read it. */
export type OrderRefusal = {
  __typename?: 'OrderRefusal';
  /** For programs. */
  code: RefusalCode;
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** The tickets that it is about; none where it is about the order as a whole. */
  tickets: Array<Ticket>;
};

/** The wish was refused. */
export type OrderRefused = {
  __typename?: 'OrderRefused';
  /** The order it is about; null where none was made. */
  order: Maybe<Order>;
  /** Why. */
  refusal: OrderRefusal;
};

/** What becomes of a wish about an order. */
export type OrderResult = OrderAccepted | OrderRefused;

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

/** Something that happened to an order. */
export type OrderStep = {
  __typename?: 'OrderStep';
  /** When it happened, by the clock of where it did. */
  at: Scalars['DateTime']['output'];
  /** More about it, in English, where there is more to say. */
  note: Maybe<Scalars['String']['output']>;
  /** The status since then. */
  status: OrderStatus;
};

/** Where a page ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last entry, for `after`; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there are more. */
  hasNextPage: Scalars['Boolean']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The caller's orders, newest first. */
  myOrders: OrderConnection;
  /** One of the caller's orders (any, for admins); null where there is none. */
  order: Maybe<Order>;
  /** What happened at a screening between two moments. Only for admins. Null where there is no such screening. */
  screeningActivity: Maybe<ScreeningActivity>;
  /** Who held a ticket, and when: the latest hold first. Only for admins. Null where there is no such ticket. */
  ticketHistory: Maybe<TicketHoldConnection>;
};


export type QueryMyOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<OrderStatus>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryScreeningActivityArgs = {
  from: Scalars['DateTime']['input'];
  screeningId: Scalars['ID']['input'];
  stepSeconds: Scalars['Int']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryTicketHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  ticketId: Scalars['ID']['input'];
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

/** An amount in minor units (cents) of an ISO 4217 currency, as `Money` is, but with room for the sum of a full house. */
export type Revenue = {
  __typename?: 'Revenue';
  /** The amount in minor units: a whole number, which may be greater than an Int. */
  amount: Scalars['Float']['output'];
  /** The ISO 4217 code, such as EUR. */
  currency: Scalars['String']['output'];
};

/** A movie shown in an auditorium at a certain time. */
export type Screening = {
  __typename?: 'Screening';
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** What came of all its orders until now. Only for admins: FORBIDDEN for anybody else. */
  sales: Maybe<ScreeningSales>;
};

/** What happened at a screening, step by step. */
export type ScreeningActivity = {
  __typename?: 'ScreeningActivity';
  /** The screening. */
  screening: Screening;
  /** Oldest first, without gaps; the last one may still be going on. Those that have not begun are not there. */
  steps: Array<ActivityStep>;
};

/** What came of all orders of a screening, from the first one until now. */
export type ScreeningSales = {
  __typename?: 'ScreeningSales';
  /** Orders that were given up, or whose screening was cancelled (CANCELLED). */
  cancellations: Scalars['Int']['output'];
  /** Orders that were not reserved in time (EXPIRED). */
  expiries: Scalars['Int']['output'];
  /** Seats that are held by LOCKED orders now. */
  lockedSeats: Scalars['Int']['output'];
  /** All orders that were placed. */
  ordersPlaced: Scalars['Int']['output'];
  /** Orders that got no seats (REJECTED). */
  refusals: Scalars['Int']['output'];
  /** Seats that are held by RESERVED orders now. */
  reservedSeats: Scalars['Int']['output'];
  /** What the seats that are reserved now cost together. */
  revenue: Revenue;
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

export type Subscription = {
  __typename?: 'Subscription';
  /** The caller's own order, now and at each change of it. Null, and the end, where the caller has no such order. */
  orderChanged: Maybe<Order>;
};


export type SubscriptionOrderChangedArgs = {
  id: Scalars['ID']['input'];
};

/** One seat at one screening. */
export type Ticket = {
  __typename?: 'Ticket';
  /** Opaque. */
  id: Scalars['ID']['output'];
};

/** A time in which a ticket was held for an order. */
export type TicketHold = {
  __typename?: 'TicketHold';
  /** Why it ended; null while it is held. */
  ending: Maybe<HoldEnding>;
  /** When it was locked. */
  from: Scalars['DateTime']['output'];
  /** The order that held it. */
  order: Order;
  /** When it was reserved; null where it never was. */
  reservedAt: Maybe<Scalars['DateTime']['output']>;
  /** How it ended: CANCELLED or EXPIRED; LOCKED or RESERVED while it is held. */
  status: OrderStatus;
  /** When it was let go; null while it is held. */
  to: Maybe<Scalars['DateTime']['output']>;
};

/** A page of holds. */
export type TicketHoldConnection = {
  __typename?: 'TicketHoldConnection';
  /** The holds with their cursors. */
  edges: Array<TicketHoldEdge>;
  /** The holds. */
  nodes: Array<TicketHold>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A hold and its place in a list. */
export type TicketHoldEdge = {
  __typename?: 'TicketHoldEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The hold. */
  node: TicketHold;
};

/** Somebody who can buy tickets. */
export type User = {
  __typename?: 'User';
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** The user's orders, newest first. Only for the user and for admins. */
  orders: OrderConnection;
};


/** Somebody who can buy tickets. */
export type UserOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Order: Order;
  Screening: Screening;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Screening:
    ( { __typename: 'Screening' }
    & GraphQLRecursivePick<FederationTypes['Screening'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  OrderResult:
    | ( Omit<OrderAccepted, 'order'> & { order: _RefType['Order'] } )
    | ( Omit<OrderRefused, 'order' | 'refusal'> & { order?: Maybe<_RefType['Order']>, refusal: _RefType['OrderRefusal'] } )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivityStep: ResolverTypeWrapper<ActivityStep>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CreateBestOrderInput: CreateBestOrderInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CreateOrderInput: CreateOrderInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  HoldEnding: HoldEnding;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<StoredOrder>;
  OrderAccepted: ResolverTypeWrapper<Omit<OrderAccepted, 'order'> & { order: ResolversTypes['Order'] }>;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OrderEdge']>, nodes: Array<ResolversTypes['Order']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderRefusal: ResolverTypeWrapper<WishRefusal>;
  OrderRefused: ResolverTypeWrapper<Omit<OrderRefused, 'order' | 'refusal'> & { order?: Maybe<ResolversTypes['Order']>, refusal: ResolversTypes['OrderRefusal'] }>;
  OrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OrderResult']>;
  OrderStatus: OrderStatus;
  OrderStep: ResolverTypeWrapper<OrderStep>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefusalCode: RefusalCode;
  Revenue: ResolverTypeWrapper<Revenue>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Screening: ResolverTypeWrapper<ScreeningReference>;
  ScreeningActivity: ResolverTypeWrapper<Omit<ScreeningActivity, 'screening'> & { screening: ResolversTypes['Screening'] }>;
  ScreeningSales: ResolverTypeWrapper<ScreeningSales>;
  SeatKind: SeatKind;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Ticket: ResolverTypeWrapper<Ticket>;
  TicketHold: ResolverTypeWrapper<HoldNode>;
  TicketHoldConnection: ResolverTypeWrapper<HoldList>;
  TicketHoldEdge: ResolverTypeWrapper<Omit<TicketHoldEdge, 'node'> & { node: ResolversTypes['TicketHold'] }>;
  User: ResolverTypeWrapper<UserReference>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivityStep: ActivityStep;
  Int: Scalars['Int']['output'];
  CreateBestOrderInput: CreateBestOrderInput;
  ID: Scalars['ID']['output'];
  CreateOrderInput: CreateOrderInput;
  DateTime: Scalars['DateTime']['output'];
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  Order: StoredOrder;
  OrderAccepted: Omit<OrderAccepted, 'order'> & { order: ResolversParentTypes['Order'] };
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OrderEdge']>, nodes: Array<ResolversParentTypes['Order']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderRefusal: WishRefusal;
  OrderRefused: Omit<OrderRefused, 'order' | 'refusal'> & { order?: Maybe<ResolversParentTypes['Order']>, refusal: ResolversParentTypes['OrderRefusal'] };
  OrderResult: ResolversUnionTypes<ResolversParentTypes>['OrderResult'];
  OrderStep: OrderStep;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  Revenue: Revenue;
  Float: Scalars['Float']['output'];
  Screening: ScreeningReference;
  ScreeningActivity: Omit<ScreeningActivity, 'screening'> & { screening: ResolversParentTypes['Screening'] };
  ScreeningSales: ScreeningSales;
  Subscription: Record<PropertyKey, never>;
  Ticket: Ticket;
  TicketHold: HoldNode;
  TicketHoldConnection: HoldList;
  TicketHoldEdge: Omit<TicketHoldEdge, 'node'> & { node: ResolversParentTypes['TicketHold'] };
  User: UserReference;
  String: Scalars['String']['output'];
};

export type LiveDirectiveArgs = {
  channel: Scalars['String']['input'];
  query: Scalars['String']['input'];
};

export type LiveDirectiveResolver<Result, Parent, ContextType = Context, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActivityStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityStep'] = ResolversParentTypes['ActivityStep']> = {
  cancellations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lockedSeats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  locks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ordersPlaced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reservations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reservedSeats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Revenue'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelOrder?: Resolver<ResolversTypes['OrderResult'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'orderId'>>;
  createBestOrder?: Resolver<ResolversTypes['OrderResult'], ParentType, ContextType, RequireFields<MutationCreateBestOrderArgs, 'input'>>;
  createOrder?: Resolver<ResolversTypes['OrderResult'], ParentType, ContextType, RequireFields<MutationCreateOrderArgs, 'input'>>;
  extendOrder?: Resolver<ResolversTypes['OrderResult'], ParentType, ContextType, RequireFields<MutationExtendOrderArgs, 'orderId'>>;
  reserveOrder?: Resolver<ResolversTypes['OrderResult'], ParentType, ContextType, RequireFields<MutationReserveOrderArgs, 'idempotencyKey' | 'orderId'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['OrderStep']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['OrderRefusal']>, ParentType, ContextType>;
  remainingSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  screening?: Resolver<ResolversTypes['Screening'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderAcceptedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderAccepted'] = ResolversParentTypes['OrderAccepted']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderRefusal'] = ResolversParentTypes['OrderRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
};

export type OrderRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderRefused'] = ResolversParentTypes['OrderRefused']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  refusal?: Resolver<ResolversTypes['OrderRefusal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderResult'] = ResolversParentTypes['OrderResult']> = {
  __resolveType: TypeResolveFn<'OrderAccepted' | 'OrderRefused', ParentType, ContextType>;
};

export type OrderStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderStep'] = ResolversParentTypes['OrderStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  myOrders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QueryMyOrdersArgs, 'first'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  screeningActivity?: Resolver<Maybe<ResolversTypes['ScreeningActivity']>, ParentType, ContextType, RequireFields<QueryScreeningActivityArgs, 'from' | 'screeningId' | 'stepSeconds' | 'to'>>;
  ticketHistory?: Resolver<Maybe<ResolversTypes['TicketHoldConnection']>, ParentType, ContextType, RequireFields<QueryTicketHistoryArgs, 'first' | 'ticketId'>>;
};

export type RevenueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Revenue'] = ResolversParentTypes['Revenue']> = {
  amount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScreeningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Screening'] = ResolversParentTypes['Screening'], FederationReferenceType extends FederationReferenceTypes['Screening'] = FederationReferenceTypes['Screening']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Screening']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sales?: Resolver<Maybe<ResolversTypes['ScreeningSales']>, ParentType, ContextType>;
};

export type ScreeningActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScreeningActivity'] = ResolversParentTypes['ScreeningActivity']> = {
  screening?: Resolver<ResolversTypes['Screening'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ActivityStep']>, ParentType, ContextType>;
};

export type ScreeningSalesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScreeningSales'] = ResolversParentTypes['ScreeningSales']> = {
  cancellations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lockedSeats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ordersPlaced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reservedSeats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Revenue'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderChanged?: SubscriptionResolver<Maybe<ResolversTypes['Order']>, "orderChanged", ParentType, ContextType, RequireFields<SubscriptionOrderChangedArgs, 'id'>>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TicketHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketHold'] = ResolversParentTypes['TicketHold']> = {
  ending?: Resolver<Maybe<ResolversTypes['HoldEnding']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  reservedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TicketHoldConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketHoldConnection'] = ResolversParentTypes['TicketHoldConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TicketHoldEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TicketHold']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TicketHoldEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketHoldEdge'] = ResolversParentTypes['TicketHoldEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TicketHold'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<UserOrdersArgs, 'first'>>;
};

export type Resolvers<ContextType = Context> = {
  ActivityStep?: ActivityStepResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderAccepted?: OrderAcceptedResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderRefusal?: OrderRefusalResolvers<ContextType>;
  OrderRefused?: OrderRefusedResolvers<ContextType>;
  OrderResult?: OrderResultResolvers<ContextType>;
  OrderStep?: OrderStepResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Revenue?: RevenueResolvers<ContextType>;
  Screening?: ScreeningResolvers<ContextType>;
  ScreeningActivity?: ScreeningActivityResolvers<ContextType>;
  ScreeningSales?: ScreeningSalesResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketHold?: TicketHoldResolvers<ContextType>;
  TicketHoldConnection?: TicketHoldConnectionResolvers<ContextType>;
  TicketHoldEdge?: TicketHoldEdgeResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  live?: LiveDirectiveResolver<any, any, ContextType>;
};
