import { print } from 'graphql'
import { withSafeNames } from '../operation/safe-names.js'
import type { Arena, Question } from './arena.js'
import { unexplained } from './explained.js'
import { judge } from './judge.js'
import type { Case, Verdict } from './judge.js'
import type { Outcome } from './outcome.js'
import { rename } from './rename.js'
import { weathers } from './weather.js'
import type { Weather } from './weather.js'

export type WeatherName = keyof typeof weathers

export interface Played {
  readonly question: Question
  readonly verdicts: {
    /** Of the engine on Apollo's plans alone. */
    readonly apollo: Verdict
    /** Of the engine on the Rust planner's, with the help of the other where it needs it. */
    readonly rust: Verdict
  }
}

/** Asks one question, which follows from the seed, of everybody. */
export async function play(arena: Arena, seed: string, name: WeatherName): Promise<Played> {
  const weather = weathers[name]
  const question = arena.question(seed, weather)
  const one = await caseOf(arena, question, weather)
  const apollo = judge(one, await arena.onApollo(question))
  const answer = await arena.engine(question)
  if (weather.isKnownToMonolith) return { question, verdicts: { apollo, rust: judge(one, answer) } }
  // What is missed depends on the plan: another planner's answer is held against what it is in good times.
  const inGoodTimes = await arena.engine({ ...question, world: arena.worldWithoutLosses(seed, weather), isAway: () => false })
  const what = unexplained(inGoodTimes, answer, { mustSayWhy: weather.lost === 0, hasHiddenTypes: one.hasHiddenTypes })
  return { question, verdicts: { apollo, rust: what === null ? { kind: 'same' } : { kind: 'different', what } } }
}

/** What an answer is held against. */
export async function caseOf(arena: Arena, question: Question, weather: Weather): Promise<Case> {
  return {
    stock: await arena.stock(question),
    stockInOurWords: await askInOurWords(arena, question),
    truth: { outcome: await arena.monolith(question), isOfGoodTimes: !weather.isKnownToMonolith },
    hasHiddenTypes: arena.graph.partlyHidden.size > 0,
  }
}

/** Stock's answer where the client calls nothing by a name that has another meaning; null: it does not. */
async function askInOurWords(arena: Arena, question: Question): Promise<Outcome | null> {
  const { document, isRenamed, clientKey, clientVariable } = withSafeNames(question.document, arena.graph.fieldsThatPlansAdd)
  if (!isRenamed) return null
  const names = Object.keys(question.variables)
  if (names.some((variable) => clientVariable(variable) !== variable)) throw new Error('Such variables are not understood.')
  return rename(await arena.stock({ ...question, document, source: print(document) }), clientKey)
}
