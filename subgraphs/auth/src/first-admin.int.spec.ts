import { describe, expect, it } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import { ada, signIn, signUp } from './testing/operations.js'

const admin = { email: 'admin@example.test', password: 'from the environment' }

describe('the first admin', () => {
  it('is made once, however many instances start, and however often', async () => {
    const auth = await anAuth()
    await Promise.all(Array.from({ length: 8 }, () => auth.auth.ensureAdmin(admin)))
    await auth.auth.ensureAdmin(admin)
    const { token } = await signIn(auth, { ...admin, name: '' })
    expect(await auth.whoIs(token)).toMatchObject({ role: 'ADMIN' })
  })

  it('keeps the password that it has', async () => {
    const auth = await anAuth()
    await auth.auth.ensureAdmin(admin)
    await auth.auth.ensureAdmin({ ...admin, password: 'another one now' })
    expect((await signIn(auth, { ...admin, name: '' })).__typename).toBe('SignedIn')
  })

  it('may be an account that was there: its sessions end, and its old password lets nobody in any more', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    await auth.auth.ensureAdmin({ email: ada.email, password: admin.password })
    expect(await auth.whoIs(token)).toBeNull()
    expect((await signIn(auth)).__typename).toBe('SignInRefused')
    const { token: next } = await signIn(auth, { ...ada, password: admin.password })
    expect(await auth.whoIs(next)).toMatchObject({ role: 'ADMIN' })
  })
})
