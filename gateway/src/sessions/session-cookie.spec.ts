import { describe, expect, it } from 'vitest'
import { credentialOf } from './credential.js'
import { sessionCookie, tokenInCookies } from './session-cookie.js'

describe('the session cookie', () => {
  it('behind TLS belongs to this host alone, is sent encrypted only, and lasts as long as a session that is used may', () => {
    expect(sessionCookie({ token: 'abc', expiresAt: '2030-01-02T03:04:05.000Z' }, { secure: true, maxDays: 30 })).toBe(
      '__Host-session=abc; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure',
    )
  })

  it('without TLS has a plain name', () => {
    expect(sessionCookie({ token: 'abc', expiresAt: '2030-01-02T03:04:05.000Z' }, { secure: false, maxDays: 30 })).not.toMatch(/Secure|__Host/)
  })

  it('goes at once when the session ends', () => {
    expect(sessionCookie({ token: null }, { secure: false, maxDays: 30 })).toBe('session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict')
  })

  it('is found among others, by its exact name', () => {
    expect(tokenInCookies('a=1; session=abc; xsession=no', false)).toBe('abc')
    expect(tokenInCookies('xsession=no', false)).toBeNull()
    expect(tokenInCookies('session=', false)).toBeNull()
    expect(tokenInCookies(undefined, false)).toBeNull()
  })

  it('is not taken under its plain name behind TLS, where another page of the domain could have set it', () => {
    expect(tokenInCookies('session=planted', true)).toBeNull()
  })
})

describe('a credential', () => {
  it('is the bearer token before the cookie', () => {
    expect(credentialOf({ authorization: 'Bearer abc', cookie: 'session=def' }, false)).toEqual({ kind: 'bearer', token: 'abc' })
    expect(credentialOf({ authorization: 'bearer  abc ' }, false)).toEqual({ kind: 'bearer', token: 'abc' })
    expect(credentialOf({ cookie: 'session=def' }, false)).toEqual({ kind: 'cookie', token: 'def' })
  })

  it('is not there with another scheme or with nothing', () => {
    expect(credentialOf({ authorization: 'Basic abc' }, false)).toBeNull()
    expect(credentialOf({ authorization: 'Bearer' }, false)).toBeNull()
    expect(credentialOf({}, false)).toBeNull()
  })
})
