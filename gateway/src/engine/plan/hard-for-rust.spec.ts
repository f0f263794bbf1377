import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { isHardForRust } from './hard-for-rust.js'

const without = isHardForRust('type Query @join__type(graph: A) { a: Int }')
const withInterfaceObjects = isHardForRust('type Query @join__type(graph: A, key: "id", isInterfaceObject: true) { a: Int }')

describe('the Rust planner plans', () => {
  it.each(['{ a { b } }', 'query ($x: Boolean!) { a @skip(if: $x) { b } }', '{ a { ... on B { c { d } } ...F } } fragment F on B { c }'])('%s', (operation) => {
    expect(without(parse(operation))).toBe(false)
  })
})

describe('the Rust planner is not trusted with', () => {
  it.each([
    'query ($x: Boolean!) { a @skip(if: $x) { b } c @include(if: $x) }',
    'query ($x: Boolean!) { a { ... on B { ... on C @skip(if: $x) { d } } } }',
    'query ($x: Boolean!) { ...F } fragment F on Query { a @include(if: $x) }',
  ])('%s', (operation) => {
    expect(without(parse(operation))).toBe(true)
  })

  it('fragments where an interface is an object somewhere', () => {
    expect(withInterfaceObjects(parse('{ a { ... on B { c } } }'))).toBe(true)
    expect(withInterfaceObjects(parse('{ a { c } }'))).toBe(false)
  })
})
