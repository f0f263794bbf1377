import { Kind } from 'graphql'
import type { DirectiveNode, FieldNode, SelectionNode, ValueNode } from 'graphql'

export function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value
}

/** `__schema` or `__type`: answered by the gateway alone. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type'
}

/** Whether @skip and @include let a selection be. What is not known excludes nothing. */
export function isIncluded({ directives = [] }: SelectionNode, valueOf: (condition: ValueNode) => boolean | 'unknown'): boolean {
  return directives.every((directive) => {
    const condition = conditionOf(directive)
    return condition === undefined || valueOf(condition) !== (directive.name.value === 'skip')
  })
}

/** The `if` of @skip or @include. */
export function conditionOf({ name, arguments: given = [] }: DirectiveNode): ValueNode | undefined {
  if (name.value !== 'skip' && name.value !== 'include') return undefined
  return given.find((argument) => argument.name.value === 'if')?.value
}

/** The value of a condition that is written out. */
export function literalCondition(condition: ValueNode): boolean | undefined {
  return condition.kind === Kind.BOOLEAN ? condition.value : undefined
}

/** Whether a condition is true, written out or by its variable. */
export function isMet(condition: ValueNode, isTrue: (variable: string) => boolean | 'unknown'): boolean | 'unknown' {
  return condition.kind === Kind.VARIABLE ? isTrue(condition.name.value) : literalCondition(condition) === true
}
