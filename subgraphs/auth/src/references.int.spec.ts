import { describe, expect, it } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import { ada, signUp } from './testing/operations.js'

const USERS = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { id email } } }'
const of = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'User', id })) })

describe('a user that another subgraph refers to', () => {
  it('is there for itself and for admins, in the order asked for, and for nobody else', async () => {
    const auth = await anAuth()
    const adas = await auth.whoIs(await signUp(auth))
    const bobs = await auth.whoIs(await signUp(auth, { ...ada, email: 'bob@example.test' }))
    const [a, b] = [adas?.userId ?? '', bobs?.userId ?? '']
    const emails = async (identity: typeof adas) => {
      const { data } = await auth.send(USERS, of(b, 'nobody', a), { identity })
      return data._entities.map((user: { email: string } | null) => user?.email ?? null)
    }
    expect(await emails(null)).toEqual([null, null, null])
    expect(await emails(adas)).toEqual([null, null, 'ada@example.test'])
    expect(await emails({ userId: 'x', sessionId: 'y', role: 'ADMIN', expiresAt: '' })).toEqual(['bob@example.test', null, 'ada@example.test'])
  })

  it('shows its sessions to nobody else, admins too', async () => {
    const auth = await anAuth()
    const adas = await auth.whoIs(await signUp(auth))
    const document = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { sessions { id } } } }'
    const identity = { userId: 'x', sessionId: 'y', role: 'ADMIN' } as const
    const { data, errors } = await auth.send(document, of(adas?.userId ?? ''), { identity })
    expect(data._entities).toEqual([null])
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN')
  })
})
