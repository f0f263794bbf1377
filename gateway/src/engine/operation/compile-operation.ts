import { Kind, OperationTypeNode, print, visit } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { compileShape } from '../answer/compile-shape.js'
import type { ObjectShape } from '../answer/shape.js'
import { compilePlan } from '../compile-plan.js'
import type { Graph } from '../graph.js'
import type { Plan } from '../plan/plan.js'
import type { Planner } from '../plan/planner.js'
import { conditionOf } from './fields.js'
import { createIntrospect } from './introspection.js'
import type { Operation } from './operation.js'
import { operationIn, prepareOperation } from './prepare-operation.js'
import type { PreparedOperation } from './prepare-operation.js'
import { coerceVariables } from './variables.js'
import type { Variables } from './variables.js'

/** Measured: parsed, planned and compiled, an operation occupies about so many times its text and its plan's. */
const BYTES_PER_CHARACTER = 12
/** Conditions multiply shapes; more than these are made anew each time. */
const MAX_SHAPES = 16

/** @param document valid. */
export async function compileOperation(graph: Graph, planner: Planner, document: DocumentNode, operationName: string | null): Promise<Operation> {
  const { schema, types } = graph
  const prepared = prepareOperation(graph, document, operationName)
  const plan = prepared.toPlan === null ? null : await planner.plan(prepared.toPlan)
  const definitions = operationIn(prepared.original).variableDefinitions ?? []
  const introspect = createIntrospect(schema, prepared.original)
  return {
    kind: prepared.operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    coerce: (given) => coerceVariables(schema, definitions, given, prepared.clientVariable),
    run: compilePlan(plan, types),
    shapeFor: shapes(schema, prepared),
    introspectFor: (variables) => (nodes) => introspect(nodes, variables.given),
    clientKey: prepared.clientKey,
    size: sizeOf(prepared.original, plan),
  }
}

function shapes(schema: GraphQLSchema, prepared: PreparedOperation): (variables: Variables) => ObjectShape {
  const conditions = conditionVariables(prepared.document)
  const known = new Map<string, ObjectShape>()
  return (variables) => {
    const key = conditions.map((name) => (variables.isTrue(name) ? '1' : '0')).join('')
    const there = known.get(key)
    if (there !== undefined) return there
    const shape = compileShape(schema, prepared, variables.isTrue)
    if (known.size < MAX_SHAPES) known.set(key, shape)
    return shape
  }
}

/** The variables that @skip and @include look at. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(node) {
      const condition = conditionOf(node)
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value)
    },
  })
  return [...names]
}

function sizeOf(document: DocumentNode, plan: Plan): number {
  return BYTES_PER_CHARACTER * (print(document).length + JSON.stringify(plan).length)
}
