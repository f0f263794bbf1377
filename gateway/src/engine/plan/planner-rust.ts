import { QueryPlanner } from '@graphql-hive/router-query-planner'
import type {
  BatchFetchNode,
  FetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode as RustNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'
import { print } from 'graphql'
import type { EntityGroup, PathSegment, Plan, PlanNode, PlanPath, RequiredSelection, Rewrite, SubgraphOperation } from './plan.js'
import type { Planner } from './planner.js'

/** The planner of Hive Router, in Rust. It plans beside the event loop, and asks one subgraph for several entities at once. */
export function createRustPlanner(supergraphSdl: string): Planner {
  const planner = new QueryPlanner(supergraphSdl)
  return {
    async plan(document) {
      const { node } = await planner.planAsync(print(document), null, new Set(), 0)
      return node === undefined ? null : planOf(node, [])
    },
  }
}

function planOf(node: RustNode, path: PlanPath): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((child) => planOf(child, path)) }
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((child) => planOf(child, path)) }
    case 'Flatten':
      return planOf(node.node, [...path, ...node.path.map(segmentOf)])
    case 'Condition':
      return { kind: 'condition', variable: node.condition, whenTrue: branchOf(node.ifClause, path), whenFalse: branchOf(node.elseClause, path) }
    case 'Fetch':
      return fetchOf(node, path)
    case 'BatchFetch':
      return batchOf(node)
    default:
      throw new Error(`The engine does not know ${node.kind}.`)
  }
}

/** What is not there may be null, whatever the package's types say. */
function branchOf(node: RustNode | null | undefined, path: PlanPath): Plan {
  return node == null ? null : planOf(node, path)
}

function fetchOf(node: FetchNode, path: PlanPath): PlanNode {
  const operation = operationOf(node)
  const outputRewrites = node.outputRewrites?.map(rewriteOf) ?? []
  if (node.requires === undefined || node.requires.length === 0) return { kind: 'root fetch', operation, path, outputRewrites }
  const group: EntityGroup = {
    responseKey: '_entities',
    variable: 'representations',
    paths: [path],
    requires: node.requires.map(requiredOf),
    inputRewrites: node.inputRewrites?.map(rewriteOf) ?? [],
    outputRewrites,
  }
  return { kind: 'entity fetch', operation, groups: [group] }
}

function batchOf(node: BatchFetchNode): PlanNode {
  const groups = node.entityBatch.aliases.map((alias) => ({
    responseKey: alias.alias,
    variable: alias.representationsVariableName,
    paths: alias.paths.map((path) => path.map(segmentOf)),
    requires: alias.requires.map(requiredOf),
    inputRewrites: alias.inputRewrites?.map(rewriteOf) ?? [],
    outputRewrites: alias.outputRewrites?.map(rewriteOf) ?? [],
  }))
  return { kind: 'entity fetch', operation: operationOf(node), groups }
}

function operationOf(node: FetchNode | BatchFetchNode): SubgraphOperation {
  return {
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName ?? null,
    variables: node.variableUsages ?? [],
  }
}

function segmentOf(segment: FlattenNodePathSegment): PathSegment {
  if (segment === '@') return { kind: 'items' }
  return 'Field' in segment ? { kind: 'field', key: segment.Field } : { kind: 'types', names: segment.TypeCondition }
}

function requiredOf(selection: RequiresSelection): RequiredSelection {
  switch (selection.kind) {
    case 'Field':
      // Unlike in Apollo's plans it is read under its name and sent under the alias.
      return {
        kind: 'field',
        from: selection.name,
        to: selection.alias ?? selection.name,
        selections: selection.selections?.map(requiredOf) ?? [],
      }
    case 'InlineFragment':
      return {
        kind: 'fragment',
        type: selection.typeCondition,
        selections: selection.selections.map(requiredOf),
        skipIf: selection.skipIf ?? null,
        includeIf: selection.includeIf ?? null,
      }
    default:
      throw new Error('A plan requires a fragment by its name.')
  }
}

function rewriteOf(rewrite: FetchRewrite): Rewrite {
  const { path: whole, change } = changeOf(rewrite)
  const last = whole.at(-1)
  if (last === undefined || !('Key' in last)) throw new Error('A rewrite does not end at a key.')
  const path = whole
    .slice(0, -1)
    .map((segment) => ('Key' in segment ? { kind: 'field' as const, key: segment.Key } : { kind: 'types' as const, names: segment.TypenameEquals }))
  return { path, key: last.Key, change }
}

function changeOf(rewrite: FetchRewrite): Pick<Rewrite, 'change'> & Pick<Extract<FetchRewrite, { kind: string }>, 'path'> {
  if ('KeyRenamer' in rewrite) return { path: rewrite.KeyRenamer.path, change: { kind: 'rename', to: rewrite.KeyRenamer.renameKeyTo } }
  const setter = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite
  return { path: setter.path, change: { kind: 'set', value: setter.setValueTo } }
}
