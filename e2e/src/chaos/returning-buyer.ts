import { type Account, signIn } from '../accounts.js'
import { type Client, GraphFault } from '../client.js'

/** Signs in again whenever its session is gone, as with a Redis that forgot everything. */
export function returning(account: Account): Client {
  let current: Client = account
  let signingIn: Promise<Client> | undefined

  async function signInAgain(): Promise<Client> {
    signingIn ??= signIn(account.url, account.email, account.password).finally(() => {
      signingIn = undefined
    })
    return signingIn
  }

  async function ask<T>(query: string, variables?: Record<string, unknown>): Promise<T> {
    for (;;) {
      const client = current
      try {
        return await client.ask<T>(query, variables)
      } catch (error) {
        if (!(error instanceof GraphFault) || error.code !== 'UNAUTHENTICATED') throw error
        if (client === current) current = await signInAgain()
      }
    }
  }

  return { ...account, ask }
}
