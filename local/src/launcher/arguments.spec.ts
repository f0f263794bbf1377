import { expect, test } from 'vitest'
import { readSettings } from './arguments.js'

test('defaults: port 4000, data in .local, the admin of the demo', () => {
  expect(readSettings([], {}, '/clone')).toMatchObject({
    settings: { port: 4_000, dataFolder: '/clone/.local', namespace: 'mov-ticket', admin: { isDemo: true } },
  })
})

test('the command line and the environment say otherwise', () => {
  const env = { PORT: '4100', ADMIN_EMAIL: 'a@b.example', ADMIN_PASSWORD: 'secret secret' }
  expect(readSettings(['--data', '/elsewhere'], env, '/clone')).toEqual({
    settings: {
      port: 4_100,
      dataFolder: '/elsewhere',
      namespace: 'mov-ticket',
      admin: { email: 'a@b.example', password: 'secret secret', isDemo: false },
    },
  })
})

test('all that is wrong is told at once', () => {
  const read = readSettings(['--nonsense'], { PORT: 'x', ADMIN_EMAIL: 'a@b.example' }, '/clone')
  expect('problems' in read && read.problems).toEqual([
    expect.stringContaining('--nonsense'),
    expect.stringContaining('PORT'),
    expect.stringContaining('ADMIN_PASSWORD'),
  ])
})
