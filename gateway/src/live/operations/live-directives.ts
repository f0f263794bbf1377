import { Kind, valueFromASTUntyped } from 'graphql'
import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode } from 'graphql'

const SPEC = /^https:\/\/specs\.mov-ticket\.example\/live\/v1\.\d+$/

/** Null: the schema does not use it. */
export interface DirectiveNames {
  readonly live: string | null
  readonly public: string | null
}

/** What the directives are called in this supergraph or subgraph, which may import them under other names. */
export function directiveNames({ definitions }: DocumentNode): DirectiveNames {
  const schemas = definitions.filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
  const links = schemas.flatMap(({ directives = [] }) => directives).filter(({ name }) => name.value === 'link').map(argumentsOf)
  const link = links.find(({ url }) => SPEC.test(String(url)))
  if (link === undefined) return { live: null, public: null }
  const prefix = typeof link['as'] === 'string' ? link['as'] : 'live'
  // By https://specs.apollo.dev/link/v1.0: one that is named like its spec has the prefix as its name.
  return { live: importedAs('@live', link) ?? prefix, public: importedAs('@public', link) ?? `${prefix}__public` }
}

function importedAs(directive: string, { import: imports }: Record<string, unknown>): string | null {
  for (const imported of Array.isArray(imports) ? imports : []) {
    if (imported === directive) return directive.slice(1)
    if (imported?.name === directive) return String(imported.as ?? directive).slice(1)
  }
  return null
}

export interface FieldWith {
  /** The name of its type. */
  readonly type: string
  readonly field: FieldDefinitionNode
  readonly directive: ConstDirectiveNode
}

/** The fields that bear a directive of one of these names. */
export function fieldsWith(names: readonly (string | null)[], { definitions }: DocumentNode): FieldWith[] {
  return definitions.flatMap((node) => {
    if (!('fields' in node) || node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || node.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION) return []
    return (node.fields ?? []).flatMap((field) => {
      const directive = field.directives?.find(({ name }) => names.includes(name.value))
      return directive === undefined ? [] : [{ type: node.name.value, field, directive }]
    })
  })
}

export function argumentsOf({ arguments: args = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(args.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]))
}
