import { expect, test } from 'vitest'
import { signIn, signUp } from './accounts.js'
import { createClient } from './client.js'
import { accepted, createOrder, readOrder } from './orders.js'
import { startTestPlatform } from './platform.js'
import { schedule } from './screenings.js'

test('two platforms run side by side on the same services and know nothing of each other', async () => {
  const [one, other] = await Promise.all([startTestPlatform('side-a'), startTestPlatform('side-b')])
  let running = [one, other]
  try {
    const buyer = await signUp(one.url)
    const screening = await schedule(one.admin)
    const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 2)))

    const elsewhere = createClient(other.url, buyer.token)
    const { errors } = await elsewhere.answer('{ myOrders { totalCount } }')
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await elsewhere.ask('query ($id: ID!) { screening(id: $id) { id } }', { id: screening.id })).toEqual({
      screening: null,
    })
    await expect(signIn(other.url, buyer.email, buyer.password)).rejects.toThrow('SignInRefused')

    await other.stop()
    running = [one]
    expect(await readOrder(buyer, order.id)).toMatchObject({ status: 'LOCKED' })
    expect(accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(2, 4))).status).toBe('LOCKED')
  } finally {
    await Promise.all(running.map(async (platform) => platform.stop()))
  }
}, 120_000)
