import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { examples } from '../playground/examples.js'
import { limitDocuments } from './limit-documents.js'

const schema = buildSchema(readFileSync(new URL('../../../docs/graph.graphql', import.meta.url), 'utf8'))
const rule = limitDocuments({ depth: 15, aliases: 30, directives: 30, cost: 200_000 })
const complaints = (query: string) => validate(schema, parse(query), [rule]).map(({ message }) => message)
const repeat = (count: number, text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n)).join(' ')

describe('documents', () => {
  it('of every day pass: what GraphiQL asks, the examples, a programme, a seat map', () => {
    const everyday = [
      getIntrospectionQuery(),
      ...examples.map(({ query }) => query),
      '{ movies(first: 50) { nodes { title screenings(first: 50) { nodes { id startsAt status availableCount } } } } }',
      'query ($n: Int) { me { orders(first: $n) { nodes { tickets { status seat { label row number kind x y } price { amount currency } } } } } }',
      '{ screening(id: "1") { auditorium { seats { label x y } } tickets { id status version seat { label } } } }',
    ]
    for (const query of everyday) expect(complaints(query)).toEqual([])
  })

  it('are refused when they go too deep, through fragments too', () => {
    const deep = 'me { orders { nodes { screening { movie { screenings { nodes { movie { screenings { nodes { movie { screenings { nodes { movie'
    const closing = ' }'.repeat(14)
    expect(complaints(`{ ${deep} { screenings { totalCount } }${closing}`)).toContain('This asks for more than 15 levels of fields.')
    expect(complaints('fragment F on Movie { screenings { nodes { movie { ...G } } } } fragment G on Movie { screenings { nodes { movie { screenings { nodes { movie { screenings { nodes { movie { screenings { nodes { id } } } } } } } } } } } } { movie(id: "1") { ...F } }')).not.toEqual([])
  })

  it('are refused for 31 aliases or directives, or a field eleven times beside itself', () => {
    expect(complaints(`{ ${repeat(31, (n) => `a${n}: __typename`)} }`)).toEqual(['This asks for more than 30 aliases.'])
    expect(complaints(`{ __typename ${repeat(31, () => '@include(if: true)')} }`)).toEqual(['This asks for more than 30 directives.'])
    expect(complaints(`{ ${repeat(12, () => '__typename')} }`)).toEqual(['This asks for more than 10 repeated fields.'])
  })

  it('are refused when the answer would be huge: pages in pages, seats in seats', () => {
    const inPages = '{ movies(first: 100) { nodes { screenings(first: 100) { nodes { tickets { id } } } } } }'
    const inSeats = '{ screening(id: "1") { tickets { screening { tickets { screening { tickets { id } } } } } } }'
    for (const query of [inPages, inSeats]) expect(complaints(query)).toEqual(['This asks for more than 200000 fields in the answer.'])
  })

  it('are measured in no time when fragments multiply, and survive fragments that contain themselves', () => {
    const bomb = repeat(40, (n) => `fragment F${n} on Movie { ...F${n + 1} ...F${n + 1} }`)
    expect(complaints(`${bomb} fragment F40 on Movie { id title } { movie(id: "1") { ...F0 } }`)).toContain('This asks for more than 200000 fields in the answer.')
    expect(complaints('fragment F on Movie { id ...F } { movie(id: "1") { ...F } }')).toEqual([])
  })
})
