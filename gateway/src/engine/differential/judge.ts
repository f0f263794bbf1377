import type { GraphQLFormattedError } from 'graphql'
import { differenceOf } from './compare.js'
import { effectOf } from './effects.js'
import { judgeErrors, keyOf } from './judge-errors.js'
import type { Outcome } from './outcome.js'

/** Cases in which the engine may differ from stock; `where-stock-is-wrong.spec.ts` has one of each, with the reason. */
export type Tolerance =
  | 'a key that a plan has another use for'
  | 'an operation that Apollo cannot plan'
  | 'data as graphql-js has it'
  | 'an error that stock keeps to itself'
  | 'an error of entities without a position'
  | 'an error at the place of another entity'
  | 'an error of a type that stock does not ask for'
  | 'one of several errors with the same effect'

export type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'tolerated'; readonly as: Tolerance }
  | { readonly kind: 'different'; readonly what: string }

export interface Case {
  readonly stock: Outcome
  /** Null where the client's names have no other meaning. */
  readonly stockInOurWords: Outcome | null
  readonly truth: Truth
  /** Whether there are types that clients don't see. */
  readonly hasHiddenTypes: boolean
}

/** What graphql-js says is right. */
export interface Truth {
  readonly outcome: Outcome
  /** Nothing gets lost there: in bad times an answer has less. */
  readonly isOfGoodTimes: boolean
}

/** Whether an answer is as right as stock's. */
export function judge(one: Case, ours: Outcome): Verdict {
  const verdict = judgeBeside(one, one.stock, ours)
  if (verdict.kind !== 'different' || one.stockInOurWords === null) return verdict
  const inOurWords = judgeBeside(one, one.stockInOurWords, ours)
  return inOurWords.kind === 'different' ? verdict : { kind: 'tolerated', as: 'a key that a plan has another use for' }
}

function judgeBeside(one: Case, stock: Outcome, ours: Outcome): Verdict {
  const { truth } = one
  const cannotBePlanned: Verdict = { kind: 'tolerated', as: 'an operation that Apollo cannot plan' }
  if (hasThrown(ours)) return hasThrown(stock) ? cannotBePlanned : differs(ours, 'it throws')
  if (hasThrown(stock) && truth.isOfGoodTimes) return cannotBePlanned
  const data = differenceOf(stock.data, ours.data)
  if (data === null) return judgeErrors({ ...one, stock }, ours)
  // Other data than stock's must be, to the letter, what graphql-js says without any subgraphs, and so must errors.
  if (truth.isOfGoodTimes || differenceOf(truth.outcome.data, ours.data) !== null) return differs(ours, data)
  const errors = judgeErrors({ ...one, stock: truth.outcome }, { ...ours, errors: ours.errors.filter((error) => !isBesideTheAnswer(error)) })
  if (errors.kind === 'different') return errors
  return hasThrown(stock) ? cannotBePlanned : { kind: 'tolerated', as: 'data as graphql-js has it' }

  /** Of what only the plan asked for, where stock's has the same: graphql-js has no plans. */
  function isBesideTheAnswer(error: GraphQLFormattedError): boolean {
    const key = keyOf(error)
    return effectOf(ours.data, error) === null && stock.errors.some((other) => keyOf(other) === key)
  }
}

function differs({ errors }: Outcome, what: string): Verdict {
  return { kind: 'different', what: [what, ...errors.map(({ message }) => message)].join('\n') }
}

function hasThrown({ errors }: Outcome): boolean {
  return errors.some(({ message }) => message.startsWith('thrown'))
}
