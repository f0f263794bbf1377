import { resolve } from 'node:path'
import { createClient } from '@mov-ticket/sdk'
import { WebSocket } from 'ws'
import { expect, test } from 'vitest'
import { startTestPlatform } from './platform.js'
import { seatsOf } from './screenings.js'

const registered = resolve(import.meta.dirname, '../../sdk/persisted-operations.json')

test('all of the SDK works where only registered operations can be run', async () => {
  const platform = await startTestPlatform('sdk-persisted', { environment: { PERSISTED_ONLY: registered } })
  try {
    const { url } = platform
    const { errors } = await platform.admin.answer('{ me { id sessions { id } } }')
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_NOT_ALLOWED'])

    const admin = createClient({ url, token: platform.admin.token ?? '' })
    const movie = await admin.createMovie({ input: { title: 'The General', synopsis: 'A locomotive.', runtimeMinutes: 79, genres: [] } })
    const auditorium = await admin.createAuditorium({ input: { name: 'Great hall', seats: seatsOf(2, 5) } })
    const screening = await admin.scheduleScreening({
      input: {
        movieId: movie.id, auditoriumId: auditorium.id, startsAt: new Date(Date.now() + 86_400_000).toISOString(),
        currency: 'EUR', prices: [{ kind: 'STANDARD', amount: 1_250 }],
      },
    })

    const buyer = createClient({ url, webSocket: WebSocket, hashes: true })
    await buyer.signUp({ input: { email: 'ada@e2e.example', password: 'a long password', name: 'Ada' } })
    const booked = await buyer.createBestOrder({ input: { screeningId: screening.id, count: 2 } })
    expect(booked).toMatchObject({ __typename: 'OrderAccepted', order: { status: 'LOCKED', tickets: [{}, {}] } })
    for (const webSocket of [WebSocket, null]) {
      for await (const { status, state } of createClient({ url, webSocket }).seatMap.watch(screening.id)) {
        if (status === 'connecting') continue
        expect([status, state.tickets.size, state.screening?.availableCount]).toEqual(['live', 10, 8])
        break
      }
    }
  } finally {
    await platform.stop()
  }
}, 120_000)
