import { afterAll, describe, expect, it } from 'vitest'
import { startPlanners } from '../testing/planners.js'
import { createArena } from './arena.js'
import { animals } from './graphs/animals.js'
import { hostile } from './graphs/hostile.js'
import { ours } from './graphs/ours.js'
import { shop } from './graphs/shop.js'
import type { Verdict } from './judge.js'
import { play } from './play.js'
import type { WeatherName } from './play.js'

/**
 * The engine, on both planners, against @apollo/gateway: random operations over random worlds, in good and bad weather.
 * `npm run test:differential` plays 10,000 of a new seed. All follows from the seed:
 * `DIFFERENTIAL_SEED=7 npm run test:differential` plays a run again, and
 * `DIFFERENTIAL_CASE='7 shop calm 17' npm test -- differential.spec` one case.
 */
const seed = process.env['DIFFERENTIAL_SEED'] ?? '1'
const only = process.env['DIFFERENTIAL_CASE']
const operations = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 500)

const graphs = [await ours(), animals, shop, hostile]
const names = ['calm', 'failures', 'nonsense', 'losses', 'outages'] as const satisfies WeatherName[]
const each = Math.ceil(operations / graphs.length / names.length)

function casesOf(graph: string, weather: string): readonly string[] {
  if (only !== undefined) return only.includes(` ${graph} ${weather} `) ? [only] : []
  return Array.from({ length: each }, (_, index) => `${seed} ${graph} ${weather} ${index}`)
}

const counts = new Map<string, number>()

function count(planner: string, verdict: Verdict): void {
  const name = `${planner}: ${verdict.kind === 'tolerated' ? verdict.as : verdict.kind}`
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

describe.each(graphs)('on the graph $name', async (graph) => {
  const planning = startPlanners()
  afterAll(() => planning.stop())
  const arena = await createArena(graph, planning.planners)

  it.each(names)('in %s weather it answers as stock does, or better', { timeout: 60_000 + each * 5_000 }, async (weather) => {
    const differences: string[] = []
    for (const name of casesOf(graph.name, weather)) {
      const { question, verdicts } = await play(arena, name, weather)
      for (const [planner, verdict] of Object.entries(verdicts)) {
        count(planner, verdict)
        if (verdict.kind !== 'different') continue
        differences.push(`DIFFERENTIAL_CASE='${name}', on the planner ${planner}:\n${question.source}\n${JSON.stringify(question.variables)}\n${verdict.what}`)
      }
    }
    expect(differences.slice(0, 3).join('\n\n')).toBe('')
  })
})

it.skipIf(only !== undefined)('nearly all answers are the same to the letter', () => {
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0)
  const same = (counts.get('apollo: same') ?? 0) + (counts.get('rust: same') ?? 0)
  expect(same / all).toBeGreaterThan(0.8)
})

afterAll(() => {
  const table = Object.fromEntries([...counts].toSorted(([, one], [, other]) => other - one))
  // oxlint-disable-next-line no-console -- what was compared is worth a line.
  console.info(`DIFFERENTIAL_SEED=${seed}, ${each * graphs.length * names.length} operations, each answered on both planners: ${JSON.stringify(table, null, 2)}`)
})
