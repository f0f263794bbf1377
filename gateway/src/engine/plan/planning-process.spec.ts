import { createLogger } from '@mov-ticket/service-kit'
import { parse } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { federated, supergraphOf } from '../differential/graphs/test-graph.js'
import { startPlanningProcess } from './planning-process.js'
import type { PlanningProcess } from './planning-process.js'

const sdl = supergraphOf({ name: 'films', subgraphs: { films: `${federated('key')} type Query { film: Film } type Film { title: String }` } })
const logger = createLogger({ service: 'gateway', level: 'silent' })
const running: PlanningProcess[] = []

function start(planner: 'rust' | 'apollo', timeoutMs = 20_000): PlanningProcess {
  const started = startPlanningProcess({ planner, timeoutMs, logger })
  running.push(started)
  return started
}

afterEach(() => {
  for (const one of running.splice(0)) one.stop()
})

describe.each(['rust', 'apollo'] as const)('the planner %s in a process of its own', (name) => {
  it('plans, each operation for its own supergraph, in whatever order they come', async () => {
    const process = start(name)
    const [films, none] = [process.createPlanner(sdl), process.createPlanner('no supergraph at all {')]
    const plans = await Promise.allSettled([films.plan(parse('{ film { title } }')), none.plan(parse('{ film { title } }')), films.plan(parse('{ a: film { title } }'))])
    expect(plans).toMatchObject([
      { status: 'fulfilled', value: { kind: 'root fetch', operation: { subgraph: 'films' } } },
      { status: 'rejected', reason: expect.any(Error) },
      { status: 'fulfilled', value: { kind: 'root fetch' } },
    ])
  })

  it('goes on after an operation that it can\'t plan', async () => {
    const planner = start(name).createPlanner(sdl)
    await expect(planner.plan(parse('{ nothing }'))).rejects.toThrow(/./)
    expect(await planner.plan(parse('{ film { title } }'))).toMatchObject({ kind: 'root fetch' })
  })

  it('is ended where it takes too long, and says so', async () => {
    const planner = start(name, 1).createPlanner(sdl)
    await expect(planner.plan(parse('{ film { title } }'))).rejects.toThrow('The planning process ended (SIGKILL).')
  })

  it('that stops leaves nobody waiting', async () => {
    const process = start(name)
    const planner = process.createPlanner(sdl)
    const waiting = Promise.allSettled([planner.plan(parse('{ film { title } }')), planner.plan(parse('{ b: film { title } }'))])
    process.stop()
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(planner.plan(parse('{ film { title } }'))).rejects.toThrow(/./)
  })
})
