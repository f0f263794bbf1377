import { Kind, visit } from 'graphql'
import type { DocumentNode, FragmentSpreadNode, InlineFragmentNode } from 'graphql'

/**
 * Operations that the Rust planner (0.0.38) takes and plans wrongly; what it refuses needs no list. The differential
 * test found two sorts:
 *
 * - where an interface is an object in some subgraph, it forgets some of the types that a fragment is for;
 * - of @skip and @include on a fragment within a fragment it forgets the condition for some types, and asks for what
 *   nobody wants.
 */
export function isHardForRust(supergraphSdl: string): (document: DocumentNode) => boolean {
  const hasInterfaceObjects = supergraphSdl.includes('isInterfaceObject: true')
  return (document) => fragmentsOf(document).some(({ isNested, hasCondition }) => hasInterfaceObjects || (isNested && hasCondition))
}

interface Fragment {
  /** It stands directly in another one. */
  readonly isNested: boolean
  readonly hasCondition: boolean
}

function fragmentsOf(document: DocumentNode): Fragment[] {
  const fragments: Fragment[] = []
  const isIn: boolean[] = []
  const enter = (isFragment: boolean) => () => void isIn.push(isFragment)
  const leave = () => void isIn.pop()
  const note = ({ directives = [] }: InlineFragmentNode | FragmentSpreadNode) => {
    fragments.push({ isNested: isIn.at(-1) === true, hasCondition: directives.length > 0 })
  }
  visit(document, {
    [Kind.OPERATION_DEFINITION]: { enter: enter(false), leave },
    [Kind.FIELD]: { enter: enter(false), leave },
    [Kind.FRAGMENT_DEFINITION]: { enter: enter(true), leave },
    [Kind.INLINE_FRAGMENT]: {
      enter(node) {
        note(node)
        isIn.push(true)
      },
      leave,
    },
    [Kind.FRAGMENT_SPREAD]: note,
  })
  return fragments
}
