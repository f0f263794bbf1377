import { badUserInput } from '@mov-ticket/service-kit'
import { Kind, OperationTypeNode, visit } from 'graphql'
import type {
  ASTNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  NameNode,
  OperationDefinitionNode,
  SelectionSetNode,
  VariableNode,
} from 'graphql'
import type { LiveField } from './live-schema.js'

/** Names that the gateway puts into the query; clients may not use them there. */
export const reserved = { after: 'live_after', version: 'live_version', full: 'live_full' } as const

export interface Rewritten {
  readonly query: DocumentNode
  /** Of the client's variables those that are left in the query. */
  readonly variables: ReadonlySet<string>
}

/**
 * What the client watches, as a query that can be asked again:
 *
 *     subscription S($s: ID!, $v: Int) { live: seatMapChanged(screeningId: $s, afterVersion: $v) { tickets { ...T } } }
 *     query S($s: ID!, $live_after: Int) {
 *       live: seatMap(screeningId: $s, afterVersion: $live_after) { tickets { ...T } live_version: version live_full: full }
 *     }
 *
 * `roots` are the nodes of the one root field: several where the client wrote it in several fragments.
 */
export function rewrite(
  operation: OperationDefinitionNode,
  roots: readonly FieldNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  field: LiveField,
): Rewritten {
  const selections = roots.map((root) => asQuery(root, field))
  const used = usedBy(selections, fragments)
  refuseReserved(operation, roots, fragments)

  const variableDefinitions = (operation.variableDefinitions ?? []).filter((given) => used.variables.has(given.variable.name.value))
  const after = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: variable(reserved.after),
    type: { kind: Kind.NAMED_TYPE, name: name('Int') },
  } as const
  const query: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    ...(operation.name && { name: operation.name }),
    variableDefinitions: field.takesAfterVersion ? [...variableDefinitions, after] : variableDefinitions,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  }
  used.variables.delete(reserved.after)
  return { query: { kind: Kind.DOCUMENT, definitions: [query, ...used.fragments] }, variables: used.variables }
}

function asQuery(root: FieldNode, field: LiveField): FieldNode {
  const args = (root.arguments ?? []).filter(({ name: { value } }) => value !== 'afterVersion')
  const after = { kind: Kind.ARGUMENT, name: name('afterVersion'), value: variable(reserved.after) } as const
  const added: FieldNode[] = [
    { kind: Kind.FIELD, alias: name(reserved.version), name: name('version') },
    ...(field.saysFull ? [{ kind: Kind.FIELD, alias: name(reserved.full), name: name('full') } as const] : []),
  ]
  return {
    kind: Kind.FIELD,
    alias: root.alias ?? root.name,
    name: name(field.query),
    arguments: field.takesAfterVersion ? [...args, after] : args,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...(root.selectionSet?.selections ?? []), ...added] },
  }
}

function usedBy(nodes: readonly ASTNode[], all: ReadonlyMap<string, FragmentDefinitionNode>) {
  const fragments = new Set<FragmentDefinitionNode>()
  const variables = new Set<string>()
  const walk = (node: ASTNode): void => {
    visit(node, {
      Variable: ({ name: { value } }) => void variables.add(value),
      FragmentSpread({ name: { value } }) {
        const fragment = all.get(value)
        if (fragment === undefined || fragments.has(fragment)) return
        fragments.add(fragment)
        walk(fragment)
      },
    })
  }
  for (const node of nodes) walk(node)
  return { fragments: [...fragments], variables }
}

function refuseReserved(
  operation: OperationDefinitionNode,
  roots: readonly FieldNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): void {
  const given = new Set(operation.variableDefinitions?.map(({ variable: { name: { value } } }) => value))
  const seen = new Set<string>()
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) given.add((selection.alias ?? selection.name).value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        collect(fragments.get(selection.name.value)?.selectionSet)
      }
    }
  }
  for (const { selectionSet } of roots) collect(selectionSet)
  const taken = Object.values(reserved).filter((word) => given.has(word))
  if (taken.length > 0) throw badUserInput(`${taken.join(', ')}: the gateway uses such names itself. Choose others.`)
}

function name(value: string): NameNode {
  return { kind: Kind.NAME, value }
}

function variable(value: string): VariableNode {
  return { kind: Kind.VARIABLE, name: name(value) }
}
