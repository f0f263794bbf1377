import { startGateway } from './gateway.js'

/** The gateway as a process of its own: `PORT`, `POSTGRES_PORT` and `POSTGRES_PASSWORD` come from start-engine.ts. */
const { PORT, POSTGRES_PORT, POSTGRES_PASSWORD } = process.env
const gateway = await startGateway({
  port: Number(PORT),
  postgres: { port: Number(POSTGRES_PORT), password: POSTGRES_PASSWORD ?? '' },
})
process.stdout.write(`ready ${gateway.port}\n`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void gateway.close())
