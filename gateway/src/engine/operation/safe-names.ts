import { Kind, visit } from 'graphql'
import type { DocumentNode, FieldNode, VariableNode } from 'graphql'
import { isIntrospection, keyOf } from './fields.js'

/** A document whose response keys and variables can't be taken for anything else. */
export interface SafeDocument {
  readonly document: DocumentNode
  /** What the client calls a key. */
  readonly clientKey: (key: string) => string
  readonly clientVariable: (name: string) => string
  readonly isRenamed: boolean
}

/**
 * Clients may choose any alias: `__typename: title` would hide a type from us, `__proto__` is not a key like others in
 * JavaScript, and planners have names of their own. Such keys go by another name between here and the subgraphs.
 *
 * @param added see added-fields.ts
 */
export function withSafeNames(document: DocumentNode, added: ReadonlySet<string>): SafeDocument {
  const keys = createRenamed('key')
  const variables = createRenamed('variable')
  const safe: DocumentNode = visit(document, {
    Field(node) {
      // What is in there never leaves this process.
      if (isIntrospection(node)) return false
      const key = keyOf(node)
      if (!isUnsafeKey(node, key) && !isTaken(node, key, added)) return undefined
      return { ...node, alias: { kind: Kind.NAME, value: keys.safe(key) } }
    },
    Variable(node): VariableNode | undefined {
      if (!isUnsafeVariable(node.name.value)) return undefined
      return { ...node, name: { kind: Kind.NAME, value: variables.safe(node.name.value) } }
    },
  })
  return { document: safe, clientKey: keys.original, clientVariable: variables.original, isRenamed: safe !== document }
}

function isUnsafeKey(node: FieldNode, key: string): boolean {
  if (key === '__typename') return node.name.value !== '__typename'
  return key.startsWith('__') || key.startsWith(RENAMED) || key in Object.prototype || plannersKey.test(key)
}

/** `id: name` and `price(in: EUR)` stand where a plan may want the `id` or the `price` that it needs itself. */
function isTaken({ name, arguments: given = [] }: FieldNode, key: string, added: ReadonlySet<string>): boolean {
  return added.has(key) && (name.value !== key || given.length > 0)
}

function isUnsafeVariable(name: string): boolean {
  return name.startsWith('__') || name.startsWith(RENAMED) || name === 'representations'
}

/** `name__alias_0` is Apollo's, `_internal_qp_alias_0` Hive's. */
const plannersKey = /__alias_\d+$|^_internal_qp_alias_/
/** Clients' names that begin so are renamed too: so ours are unique. */
const RENAMED = 'renamed_'

function createRenamed(kind: string) {
  const safeOf = new Map<string, string>()
  const originalOf = new Map<string, string>()
  return {
    safe(original: string): string {
      const there = safeOf.get(original)
      if (there !== undefined) return there
      const safe = `${RENAMED}${kind}_${safeOf.size}`
      safeOf.set(original, safe)
      originalOf.set(safe, original)
      return safe
    },
    original: (name: string): string => originalOf.get(name) ?? name,
  }
}
