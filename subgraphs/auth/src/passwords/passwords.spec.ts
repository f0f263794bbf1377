import { describe, expect, it } from 'vitest'
import { createPasswords } from './passwords.js'

async function counted() {
  let hashes = 0
  const passwords = await createPasswords((work) => {
    hashes += 1
    return work()
  })
  return { passwords, hashes: () => hashes }
}

describe('passwords', () => {
  it('are hashed with argon2id at OWASP\'s cost, each with its own salt', async () => {
    const { passwords } = await counted()
    const [one, other] = [await passwords.hash('the same'), await passwords.hash('the same')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(other).not.toBe(one)
    expect(await passwords.verify(one, 'the same')).toBe(true)
    expect(await passwords.verify(one, 'the other')).toBe(false)
  })

  it('cost one hash also where there is no account, so that time tells nothing', async () => {
    const { passwords, hashes } = await counted()
    const account = await passwords.hash('the same')
    const before = hashes()
    expect(await passwords.verify(account, 'wrong')).toBe(false)
    expect(await passwords.verify(null, 'wrong')).toBe(false)
    expect(hashes() - before).toBe(2)
  })
})
