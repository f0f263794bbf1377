import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { HashingQueue } from './hashing-queue.js'

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane (the library's algorithm is argon2id by default). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes the same time where there is no hash: nobody learns from it whether an account exists. */
  verify(passwordHash: string | null, password: string): Promise<boolean>
}

/** Hashes on libuv's threads, in the queue's order. */
export async function createPasswords(inQueue: HashingQueue): Promise<Passwords> {
  const nobodys = await hashOf(randomBytes(32).toString('base64url'))
  return {
    hash: (password) => inQueue(() => hashOf(password)),
    async verify(passwordHash, password) {
      const right = await inQueue(() => verify(passwordHash ?? nobodys, normalise(password)))
      return right && passwordHash !== null
    },
  }
}

/** The same characters typed on another keyboard are the same password (NIST SP 800-63B). */
function normalise(password: string): string {
  return password.normalize('NFKC')
}

function hashOf(password: string): Promise<string> {
  return hash(normalise(password), cost)
}
