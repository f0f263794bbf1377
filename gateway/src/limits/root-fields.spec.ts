import { Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { rootFieldsOf } from './root-fields.js'

function count(query: string): number {
  const document = parse(query)
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  return operation === undefined ? 0 : rootFieldsOf(operation, document)
}

describe('root fields', () => {
  it('are one for each name in the answer', () => {
    expect(count('mutation { a: signOut b: signOut signOut signOut }')).toBe(3)
  })

  it('are found in fragments, each of which is looked at once', () => {
    expect(count('mutation { ...F ... on Mutation { b: signOut } } fragment F on Mutation { a: signOut ...F ...G } fragment G on Mutation { c: signOut }')).toBe(3)
  })
})
