import { expect, test } from 'vitest'
import { cacheFolder } from './cache-folder.js'

test.each([
  [{ MOV_TICKET_CACHE: '/x', XDG_CACHE_HOME: '/y' }, 1_000, '/x'],
  [{ XDG_CACHE_HOME: '/y' }, 1_000, '/y/mov-ticket'],
  [{ HOME: '/home/ada' }, 1_000, '/home/ada/.cache/mov-ticket'],
  [{ HOME: '/root' }, 0, '/var/cache/mov-ticket'],
])('%j, user %i: %s', (env, uid, folder) => {
  expect(cacheFolder(env, uid)).toBe(folder)
})
