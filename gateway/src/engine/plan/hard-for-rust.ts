import { Kind, visit } from 'graphql'
import type { DocumentNode, FieldNode, FragmentSpreadNode, InlineFragmentNode } from 'graphql'
import { conditionOf } from '../operation/fields.js'

/**
 * Operations that the Rust planner (0.0.38) takes and plans wrongly; what it refuses needs no list. The differential
 * test found three sorts:
 *
 * - where an interface is an object in some subgraph, it forgets some of the types that a fragment is for;
 * - of @skip and @include on a fragment within a fragment it forgets the condition for some types;
 * - with several conditions it forgets one now and then. It then asks for what nobody wants, and that may fail.
 */
export function isHardForRust(supergraphSdl: string): (document: DocumentNode) => boolean {
  const hasInterfaceObjects = supergraphSdl.includes('isInterfaceObject: true')
  return (document) => {
    const { fragments, conditions, conditionsInFragments } = countsOf(document)
    return conditions > 1 || conditionsInFragments > 0 || (hasInterfaceObjects && fragments > 0)
  }
}

interface Counts {
  readonly fragments: number
  readonly conditions: number
  /** Of selections that stand directly in a fragment, which may be spread anywhere. */
  readonly conditionsInFragments: number
}

function countsOf(document: DocumentNode): Counts {
  let [fragments, conditions, conditionsInFragments] = [0, 0, 0]
  /** Whether what is around is a fragment, level by level. */
  const around: boolean[] = []

  function note(node: FieldNode | InlineFragmentNode | FragmentSpreadNode): void {
    if (node.kind !== Kind.FIELD) fragments += 1
    const own = (node.directives ?? []).filter((directive) => conditionOf(directive) !== undefined).length
    conditions += own
    if (around.at(-1) === true) conditionsInFragments += own
  }

  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD || node.kind === Kind.INLINE_FRAGMENT || node.kind === Kind.FRAGMENT_SPREAD) note(node)
      if (node.kind === Kind.FIELD || node.kind === Kind.OPERATION_DEFINITION) around.push(false)
      if (node.kind === Kind.INLINE_FRAGMENT || node.kind === Kind.FRAGMENT_DEFINITION) around.push(true)
    },
    leave(node) {
      if (opens.has(node.kind)) around.pop()
    },
  })
  return { fragments, conditions, conditionsInFragments }
}

const opens: ReadonlySet<Kind> = new Set([Kind.FIELD, Kind.OPERATION_DEFINITION, Kind.INLINE_FRAGMENT, Kind.FRAGMENT_DEFINITION])
