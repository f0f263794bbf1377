// Made by `npm run codegen` from schema.graphql: change that, not this.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Movie as MovieNode } from '../store/movie-store.js';
import type { MovieList } from '../graph/movies.js';
import type { AuditoriumNode, AuditoriumList } from '../graph/auditoriums.js';
import type { ScreeningView } from '../store/screening-views.js';
import type { ScreeningList } from '../graph/screening-list.js';
import type { TicketNode } from '../graph/ticket-node.js';
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
  /** An instant as RFC 3339, in UTC, with milliseconds. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: any; output: any; }
};

/** A room with a seating plan. A plan never changes. */
export type Auditorium = {
  __typename?: 'Auditorium';
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** Such as Room 2. */
  name: Scalars['String']['output'];
  /** How many seats it has. */
  seatCount: Scalars['Int']['output'];
  /** Which kinds of seat it has: a screening needs a price for each of them. */
  seatKinds: Array<SeatKind>;
  /** In plan order. */
  seats: Array<Seat>;
};

/** A page of auditoriums. */
export type AuditoriumConnection = {
  __typename?: 'AuditoriumConnection';
  /** Auditoriums with their cursors. */
  edges: Array<AuditoriumEdge>;
  /** The same auditoriums without. */
  nodes: Array<Auditorium>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An auditorium in a list. */
export type AuditoriumEdge = {
  __typename?: 'AuditoriumEdge';
  /** Give it as `after` to get what follows. */
  cursor: Scalars['String']['output'];
  /** The auditorium. */
  node: Auditorium;
};

/** A new auditorium. */
export type CreateAuditoriumInput = {
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** 1 to 2,000, in plan order: tickets come in this order. */
  seats: Array<SeatInput>;
};

/** A new movie. */
export type CreateMovieInput = {
  /** At most 10, each of 1 to 40 characters. */
  genres: Array<Scalars['String']['input']>;
  /** At most 20 characters. */
  rating?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,440. */
  runtimeMinutes: Scalars['Int']['input'];
  /** At most 5,000 characters. */
  synopsis: Scalars['String']['input'];
  /** 1 to 200 characters. */
  title: Scalars['String']['input'];
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** In minor units of the currency, such as cents. */
  amount: Scalars['Int']['output'];
  /** ISO 4217 code. */
  currency: Scalars['String']['output'];
};

/** A film that can be screened. */
export type Movie = {
  __typename?: 'Movie';
  /** Such as Drama; in the order in which they were given. */
  genres: Array<Scalars['String']['output']>;
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** Age rating, such as PG-13; null where there is none. */
  rating: Maybe<Scalars['String']['output']>;
  /** How long it runs. */
  runtimeMinutes: Scalars['Int']['output'];
  /** Its screenings, by start. */
  screenings: ScreeningConnection;
  /** What it is about. */
  synopsis: Scalars['String']['output'];
  /** As on the poster. */
  title: Scalars['String']['output'];
};


/** A film that can be screened. */
export type MovieScreeningsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of movies. */
export type MovieConnection = {
  __typename?: 'MovieConnection';
  /** Movies with their cursors. */
  edges: Array<MovieEdge>;
  /** The same movies without. */
  nodes: Array<Movie>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A movie in a list. */
export type MovieEdge = {
  __typename?: 'MovieEdge';
  /** Give it as `after` to get what follows. */
  cursor: Scalars['String']['output'];
  /** The movie. */
  node: Movie;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Takes tickets of one screening from sale, all or none; takes reserved and locked ones from nobody. For administrators. */
  blockTickets: Array<Ticket>;
  /** Stops the sale; open locks are released and their orders CANCELLED, reserved orders become CANCELLED with a note. For administrators. */
  cancelScreening: Screening;
  /** Adds an auditorium with its seating plan, which never changes. For administrators. */
  createAuditorium: Auditorium;
  /** Adds a movie. For administrators. */
  createMovie: Movie;
  /** Puts a screening on sale. For administrators. */
  scheduleScreening: Screening;
  /** Puts blocked tickets of one screening on sale again; others stay as they are. For administrators. */
  unblockTickets: Array<Ticket>;
};


export type MutationBlockTicketsArgs = {
  ids: Array<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationCancelScreeningArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateAuditoriumArgs = {
  input: CreateAuditoriumInput;
};


export type MutationCreateMovieArgs = {
  input: CreateMovieInput;
};


export type MutationScheduleScreeningArgs = {
  input: ScheduleScreeningInput;
};


export type MutationUnblockTicketsArgs = {
  ids: Array<Scalars['ID']['input']>;
};

/** An order, known here by its id alone. */
export type Order = {
  __typename?: 'Order';
  /** Opaque. */
  id: Scalars['ID']['output'];
};

/** Where a page of a list ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Give it as `after` to get the next page; null where this page is empty. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** What a kind of seat costs. */
export type PriceInput = {
  /** In minor units of the currency, such as cents; 0 or more. */
  amount: Scalars['Int']['input'];
  /** The kind of seat. */
  kind: SeatKind;
};

export type Query = {
  __typename?: 'Query';
  /** One auditorium; null where nobody knows the id. */
  auditorium: Maybe<Auditorium>;
  /** Auditoriums by name. */
  auditoriums: AuditoriumConnection;
  /** One movie; null where nobody knows the id. */
  movie: Maybe<Movie>;
  /** Movies by title. */
  movies: MovieConnection;
  /** One screening; null where nobody knows the id. */
  screening: Maybe<Screening>;
  /** Screenings by start. */
  screenings: ScreeningConnection;
  /** With `afterVersion` only the tickets that changed since; without it, or where that can't be said, all of them (`full`). Null where nobody knows the screening. */
  seatMap: Maybe<SeatMapUpdate>;
};


export type QueryAuditoriumArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAuditoriumsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMovieArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryScreeningArgs = {
  id: Scalars['ID']['input'];
};


export type QueryScreeningsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  movieId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QuerySeatMapArgs = {
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
  screeningId: Scalars['ID']['input'];
};

/** A new screening. */
export type ScheduleScreeningInput = {
  /** Where. */
  auditoriumId: Scalars['ID']['input'];
  /** Refuse orders that leave one empty seat between taken ones, where another choice would not. */
  avoidSingleSeats?: InputMaybe<Scalars['Boolean']['input']>;
  /** ISO 4217 code, such as EUR. */
  currency: Scalars['String']['input'];
  /** How long seats are locked for an order: 1 to 3,600. */
  lockSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The most tickets that one order can have: 1 to 50. */
  maxTicketsPerOrder?: InputMaybe<Scalars['Int']['input']>;
  /** What is screened. */
  movieId: Scalars['ID']['input'];
  /** One for each kind of seat in the auditorium. */
  prices: Array<PriceInput>;
  /** When; in the future. Screenings in one auditorium may overlap. */
  startsAt: Scalars['DateTime']['input'];
};

/** A movie at a time in an auditorium. */
export type Screening = {
  __typename?: 'Screening';
  /** Where. */
  auditorium: Auditorium;
  /** How many tickets are AVAILABLE; 0 where it is CANCELLED. */
  availableCount: Scalars['Int']['output'];
  /** Whether orders are refused that leave one empty seat between taken ones, where another choice would not. */
  avoidSingleSeats: Scalars['Boolean']['output'];
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** How long seats are locked for an order. */
  lockSeconds: Scalars['Int']['output'];
  /** The most tickets that one order can have. */
  maxTicketsPerOrder: Scalars['Int']['output'];
  /** What is screened. */
  movie: Movie;
  /** What each kind of seat that its auditorium has costs. */
  prices: Array<SeatPrice>;
  /** When; the sale ends then. */
  startsAt: Scalars['DateTime']['output'];
  /** Whether tickets can be ordered. */
  status: ScreeningStatus;
  /** How many tickets there are: one per seat, whatever their status. */
  ticketCount: Scalars['Int']['output'];
  /** One per seat, in plan order. */
  tickets: Array<Ticket>;
  /** Goes up by one with every change of its tickets. */
  version: Scalars['Int']['output'];
};

/** A page of screenings. */
export type ScreeningConnection = {
  __typename?: 'ScreeningConnection';
  /** Screenings with their cursors. */
  edges: Array<ScreeningEdge>;
  /** The same screenings without. */
  nodes: Array<Screening>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A screening in a list. */
export type ScreeningEdge = {
  __typename?: 'ScreeningEdge';
  /** Give it as `after` to get what follows. */
  cursor: Scalars['String']['output'];
  /** The screening. */
  node: Screening;
};

/** Whether tickets of a screening can be ordered. */
export type ScreeningStatus =
  /** It does not take place. */
  | 'CANCELLED'
  /** It has started. */
  | 'CLOSED'
  /** They can. */
  | 'ON_SALE';

/** A seat of an auditorium, with its position on the plan in seat units: x to the right, y away from the screen. */
export type Seat = {
  __typename?: 'Seat';
  /** What it is made for. */
  kind: SeatKind;
  /** Unique in the auditorium, such as A12. */
  label: Scalars['String']['output'];
  /** Within the row. */
  number: Scalars['Int']['output'];
  /** The row's name, such as A. */
  row: Scalars['String']['output'];
  /** To the right. Neighbours share a row and differ by 1. */
  x: Scalars['Float']['output'];
  /** Away from the screen. */
  y: Scalars['Float']['output'];
};

/** A seat of a new auditorium. */
export type SeatInput = {
  /** What it is made for. */
  kind?: InputMaybe<SeatKind>;
  /** 1 to 9,999; unique within the row. */
  number: Scalars['Int']['input'];
  /** 1 to 10 letters and digits, such as A. */
  row: Scalars['String']['input'];
  /** To the right, in seat units; default: the number. Leave a gap for an aisle. */
  x?: InputMaybe<Scalars['Float']['input']>;
  /** Away from the screen, in seat units; default: the row's index, in order of first appearance. */
  y?: InputMaybe<Scalars['Float']['input']>;
};

/** What a seat is made for; prices go by it. */
export type SeatKind =
  /** A wheelchair space or a seat that is easy to reach. */
  | 'ACCESSIBLE'
  /** Beside an accessible seat, for whoever comes along. */
  | 'COMPANION'
  /** A better seat. */
  | 'PREMIUM'
  /** An ordinary seat. */
  | 'STANDARD';

/** `full` true: every ticket of the screening, forget what you had. `full` false: only those that changed up to `version`. */
export type SeatMapUpdate = {
  __typename?: 'SeatMapUpdate';
  /** Whether this is all of it. */
  full: Scalars['Boolean']['output'];
  /** The screening, at `version`. */
  screening: Screening;
  /** In plan order, each in its latest state. */
  tickets: Array<Ticket>;
  /** Ask for what comes after with this as `afterVersion`. */
  version: Scalars['Int']['output'];
};

/** What a kind of seat costs at a screening. */
export type SeatPrice = {
  __typename?: 'SeatPrice';
  /** The kind of seat. */
  kind: SeatKind;
  /** What each of them costs. */
  price: Money;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * A snapshot first, or with `afterVersion` only what changed since; then the latest state of what changed. Versions only
   * rise; states in between may be merged. Null, and the end, where nobody knows the screening.
   */
  seatMapChanged: Maybe<SeatMapUpdate>;
};


export type SubscriptionSeatMapChangedArgs = {
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
  screeningId: Scalars['ID']['input'];
};

/** One seat at one screening. */
export type Ticket = {
  __typename?: 'Ticket';
  /** Why it was taken from sale, as `blockTickets` was told, for administrators only; null for others, and where it is not. */
  blockedReason: Maybe<Scalars['String']['output']>;
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** When the lock ends; only while LOCKED. */
  lockedUntil: Maybe<Scalars['DateTime']['output']>;
  /** The order that holds it, for its buyer and administrators only; null for others. */
  order: Maybe<Order>;
  /** What it costs. */
  price: Money;
  /** The screening that it is for. */
  screening: Screening;
  /** The seat that it is for. */
  seat: Seat;
  /** As it is written: a lock that is overdue is LOCKED until it is released. */
  status: TicketStatus;
  /** The screening's version at the last change of this ticket; 0 where it never changed. */
  version: Scalars['Int']['output'];
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
  Auditorium: Auditorium;
  Movie: Movie;
  Screening: Screening;
  Ticket: Ticket;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Auditorium:
    ( { __typename: 'Auditorium' }
    & GraphQLRecursivePick<FederationTypes['Auditorium'], {"id":true}> );
  Movie:
    ( { __typename: 'Movie' }
    & GraphQLRecursivePick<FederationTypes['Movie'], {"id":true}> );
  Screening:
    ( { __typename: 'Screening' }
    & GraphQLRecursivePick<FederationTypes['Screening'], {"id":true}> );
  Ticket:
    ( { __typename: 'Ticket' }
    & GraphQLRecursivePick<FederationTypes['Ticket'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Auditorium: ResolverTypeWrapper<AuditoriumNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuditoriumConnection: ResolverTypeWrapper<AuditoriumList>;
  AuditoriumEdge: ResolverTypeWrapper<Omit<AuditoriumEdge, 'node'> & { node: ResolversTypes['Auditorium'] }>;
  CreateAuditoriumInput: CreateAuditoriumInput;
  CreateMovieInput: CreateMovieInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Money: ResolverTypeWrapper<Money>;
  Movie: ResolverTypeWrapper<MovieNode>;
  MovieConnection: ResolverTypeWrapper<MovieList>;
  MovieEdge: ResolverTypeWrapper<Omit<MovieEdge, 'node'> & { node: ResolversTypes['Movie'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<Order>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PriceInput: PriceInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ScheduleScreeningInput: ScheduleScreeningInput;
  Screening: ResolverTypeWrapper<ScreeningView>;
  ScreeningConnection: ResolverTypeWrapper<ScreeningList>;
  ScreeningEdge: ResolverTypeWrapper<Omit<ScreeningEdge, 'node'> & { node: ResolversTypes['Screening'] }>;
  ScreeningStatus: ScreeningStatus;
  Seat: ResolverTypeWrapper<Seat>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SeatInput: SeatInput;
  SeatKind: SeatKind;
  SeatMapUpdate: ResolverTypeWrapper<Omit<SeatMapUpdate, 'screening' | 'tickets'> & { screening: ResolversTypes['Screening'], tickets: Array<ResolversTypes['Ticket']> }>;
  SeatPrice: ResolverTypeWrapper<SeatPrice>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Ticket: ResolverTypeWrapper<TicketNode>;
  TicketStatus: TicketStatus;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Auditorium: AuditoriumNode;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AuditoriumConnection: AuditoriumList;
  AuditoriumEdge: Omit<AuditoriumEdge, 'node'> & { node: ResolversParentTypes['Auditorium'] };
  CreateAuditoriumInput: CreateAuditoriumInput;
  CreateMovieInput: CreateMovieInput;
  DateTime: Scalars['DateTime']['output'];
  Money: Money;
  Movie: MovieNode;
  MovieConnection: MovieList;
  MovieEdge: Omit<MovieEdge, 'node'> & { node: ResolversParentTypes['Movie'] };
  Mutation: Record<PropertyKey, never>;
  Order: Order;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  PriceInput: PriceInput;
  Query: Record<PropertyKey, never>;
  ScheduleScreeningInput: ScheduleScreeningInput;
  Screening: ScreeningView;
  ScreeningConnection: ScreeningList;
  ScreeningEdge: Omit<ScreeningEdge, 'node'> & { node: ResolversParentTypes['Screening'] };
  Seat: Seat;
  Float: Scalars['Float']['output'];
  SeatInput: SeatInput;
  SeatMapUpdate: Omit<SeatMapUpdate, 'screening' | 'tickets'> & { screening: ResolversParentTypes['Screening'], tickets: Array<ResolversParentTypes['Ticket']> };
  SeatPrice: SeatPrice;
  Subscription: Record<PropertyKey, never>;
  Ticket: TicketNode;
  String: Scalars['String']['output'];
};

export type LiveDirectiveArgs = {
  channel: Scalars['String']['input'];
  query: Scalars['String']['input'];
};

export type LiveDirectiveResolver<Result, Parent, ContextType = Context, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuditoriumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Auditorium'] = ResolversParentTypes['Auditorium'], FederationReferenceType extends FederationReferenceTypes['Auditorium'] = FederationReferenceTypes['Auditorium']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Auditorium']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seatCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seatKinds?: Resolver<Array<ResolversTypes['SeatKind']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
};

export type AuditoriumConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditoriumConnection'] = ResolversParentTypes['AuditoriumConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditoriumEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Auditorium']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditoriumEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditoriumEdge'] = ResolversParentTypes['AuditoriumEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Auditorium'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MovieResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Movie'] = ResolversParentTypes['Movie'], FederationReferenceType extends FederationReferenceTypes['Movie'] = FederationReferenceTypes['Movie']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Movie']> | FederationReferenceType, FederationReferenceType, ContextType>;
  genres?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  runtimeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  screenings?: Resolver<ResolversTypes['ScreeningConnection'], ParentType, ContextType, RequireFields<MovieScreeningsArgs, 'first'>>;
  synopsis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MovieConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieConnection'] = ResolversParentTypes['MovieConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MovieEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieEdge'] = ResolversParentTypes['MovieEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  blockTickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<MutationBlockTicketsArgs, 'ids' | 'reason'>>;
  cancelScreening?: Resolver<ResolversTypes['Screening'], ParentType, ContextType, RequireFields<MutationCancelScreeningArgs, 'id'>>;
  createAuditorium?: Resolver<ResolversTypes['Auditorium'], ParentType, ContextType, RequireFields<MutationCreateAuditoriumArgs, 'input'>>;
  createMovie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType, RequireFields<MutationCreateMovieArgs, 'input'>>;
  scheduleScreening?: Resolver<ResolversTypes['Screening'], ParentType, ContextType, RequireFields<MutationScheduleScreeningArgs, 'input'>>;
  unblockTickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<MutationUnblockTicketsArgs, 'ids'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  auditorium?: Resolver<Maybe<ResolversTypes['Auditorium']>, ParentType, ContextType, RequireFields<QueryAuditoriumArgs, 'id'>>;
  auditoriums?: Resolver<ResolversTypes['AuditoriumConnection'], ParentType, ContextType, RequireFields<QueryAuditoriumsArgs, 'first'>>;
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType, RequireFields<QueryMovieArgs, 'id'>>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<QueryMoviesArgs, 'first'>>;
  screening?: Resolver<Maybe<ResolversTypes['Screening']>, ParentType, ContextType, RequireFields<QueryScreeningArgs, 'id'>>;
  screenings?: Resolver<ResolversTypes['ScreeningConnection'], ParentType, ContextType, RequireFields<QueryScreeningsArgs, 'first'>>;
  seatMap?: Resolver<Maybe<ResolversTypes['SeatMapUpdate']>, ParentType, ContextType, RequireFields<QuerySeatMapArgs, 'screeningId'>>;
};

export type ScreeningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Screening'] = ResolversParentTypes['Screening'], FederationReferenceType extends FederationReferenceTypes['Screening'] = FederationReferenceTypes['Screening']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Screening']> | FederationReferenceType, FederationReferenceType, ContextType>;
  auditorium?: Resolver<ResolversTypes['Auditorium'], ParentType, ContextType>;
  availableCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  avoidSingleSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lockSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxTicketsPerOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['SeatPrice']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ScreeningStatus'], ParentType, ContextType>;
  ticketCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScreeningConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScreeningConnection'] = ResolversParentTypes['ScreeningConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScreeningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Screening']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScreeningEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScreeningEdge'] = ResolversParentTypes['ScreeningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Screening'], ParentType, ContextType>;
};

export type SeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Seat'] = ResolversParentTypes['Seat']> = {
  kind?: Resolver<ResolversTypes['SeatKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SeatMapUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatMapUpdate'] = ResolversParentTypes['SeatMapUpdate']> = {
  full?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  screening?: Resolver<ResolversTypes['Screening'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeatPriceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatPrice'] = ResolversParentTypes['SeatPrice']> = {
  kind?: Resolver<ResolversTypes['SeatKind'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  seatMapChanged?: SubscriptionResolver<Maybe<ResolversTypes['SeatMapUpdate']>, "seatMapChanged", ParentType, ContextType, RequireFields<SubscriptionSeatMapChangedArgs, 'screeningId'>>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket'], FederationReferenceType extends FederationReferenceTypes['Ticket'] = FederationReferenceTypes['Ticket']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Ticket']> | FederationReferenceType, FederationReferenceType, ContextType>;
  blockedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lockedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  screening?: Resolver<ResolversTypes['Screening'], ParentType, ContextType>;
  seat?: Resolver<ResolversTypes['Seat'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Auditorium?: AuditoriumResolvers<ContextType>;
  AuditoriumConnection?: AuditoriumConnectionResolvers<ContextType>;
  AuditoriumEdge?: AuditoriumEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Movie?: MovieResolvers<ContextType>;
  MovieConnection?: MovieConnectionResolvers<ContextType>;
  MovieEdge?: MovieEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Screening?: ScreeningResolvers<ContextType>;
  ScreeningConnection?: ScreeningConnectionResolvers<ContextType>;
  ScreeningEdge?: ScreeningEdgeResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  SeatMapUpdate?: SeatMapUpdateResolvers<ContextType>;
  SeatPrice?: SeatPriceResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  live?: LiveDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
