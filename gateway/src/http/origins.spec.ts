import { describe, expect, it } from 'vitest'
import { corsHeaders, isForeign } from './origins.js'

const host = 'tickets.example:4000'

describe('an origin', () => {
  it('is ours with the same host and port, whatever the scheme, and where there is none', () => {
    expect(isForeign({ host, origin: 'https://tickets.example:4000' }, [])).toBe(false)
    expect(isForeign({ host, origin: 'http://tickets.example:4000' }, [])).toBe(false)
    expect(isForeign({ host, origin: undefined }, [])).toBe(false)
  })

  it.each(['https://evil.example', 'https://tickets.example', 'https://tickets.example:4000.evil.example', 'null', ''])('is foreign otherwise: %s', (origin) => {
    expect(isForeign({ host, origin }, [])).toBe(true)
  })

  it('is welcome where it is on the list', () => {
    expect(isForeign({ host, origin: 'https://shop.example' }, ['https://shop.example'])).toBe(false)
    expect(corsHeaders({ origin: 'https://shop.example' }, ['https://shop.example'])).toHaveProperty('access-control-allow-origin')
    expect(corsHeaders({ origin: 'https://shop.example' }, [])).toEqual({})
  })
})
