import { Supergraph, operationFromDocument } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import type { FetchDataRewrite, FetchNode, PlanNode as ApolloNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import type { PathSegment, Plan, PlanNode, PlanPath, RequiredSelection, Rewrite } from './plan.js'
import type { Planner } from './planner.js'

/** Apollo's planner, in JavaScript. */
export function createApolloPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false })
  const planner = new QueryPlanner(supergraph)
  const schema = supergraph.apiSchema()
  return {
    plan(document) {
      const { node } = planner.buildQueryPlan(operationFromDocument(schema, document))
      if (node === undefined) return null
      if (node.kind === 'Subscription') throw new Error('Subscriptions are not answered in one piece.')
      return planOf(node, [])
    },
  }
}

function planOf(node: ApolloNode, path: PlanPath): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((child) => planOf(child, path)) }
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((child) => planOf(child, path)) }
    case 'Flatten':
      return planOf(node.node, [...path, ...node.path.map((key) => segmentOf(String(key)))])
    case 'Condition':
      return { kind: 'condition', variable: node.condition, whenTrue: branchOf(node.ifClause, path), whenFalse: branchOf(node.elseClause, path) }
    case 'Fetch':
      return fetchOf(node, path)
    default:
      throw new Error(`The engine does not know ${node.kind}.`)
  }
}

function branchOf(node: ApolloNode | undefined, path: PlanPath): Plan {
  return node === undefined ? null : planOf(node, path)
}

function fetchOf(node: FetchNode, path: PlanPath): PlanNode {
  // @apollo/gateway knows nothing of @fromContext either.
  if (node.contextRewrites !== undefined && node.contextRewrites.length > 0) throw new Error('@fromContext is not supported.')
  const operation = {
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName ?? null,
    variables: node.variableUsages ?? [],
  }
  const outputRewrites = node.outputRewrites?.map(rewriteOf) ?? []
  if (node.requires === undefined) return { kind: 'root fetch', operation, path, outputRewrites }
  return {
    kind: 'entity fetch',
    operation,
    groups: [{
      responseKey: '_entities',
      variable: 'representations',
      paths: [path],
      requires: node.requires.flatMap(requiredOf),
      inputRewrites: node.inputRewrites?.map(rewriteOf) ?? [],
      outputRewrites,
    }],
  }
}

function segmentOf(key: string): PathSegment {
  return key === '@' ? { kind: 'items' } : { kind: 'field', key }
}

function requiredOf(selection: QueryPlanSelectionNode): RequiredSelection[] {
  const selections = selection.selections?.flatMap(requiredOf) ?? []
  if (selection.kind === 'Field') {
    // It is read and sent under the alias.
    const key = selection.alias ?? selection.name
    return [{ kind: 'field', from: key, to: key, selections }]
  }
  if (selection.typeCondition === undefined) return selections
  return [{ kind: 'fragment', type: selection.typeCondition, selections, skipIf: null, includeIf: null }]
}

const FRAGMENT = '... on '

function rewriteOf(rewrite: FetchDataRewrite): Rewrite {
  const change = rewrite.kind === 'ValueSetter' ? { kind: 'set' as const, value: rewrite.setValueTo as unknown } : { kind: 'rename' as const, to: rewrite.renameKeyTo }
  const path = rewrite.path.slice(0, -1).map((key) =>
    key.startsWith(FRAGMENT)
      ? { kind: 'types' as const, names: [key.slice(FRAGMENT.length)] }
      : { kind: 'field' as const, key },
  )
  return { path, key: rewrite.path.at(-1) ?? '', change }
}
