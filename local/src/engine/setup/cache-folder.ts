import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where downloads are kept, for every clone on this machine: `MOV_TICKET_CACHE`, else the user's cache folder. Root's
 * is /var/cache, because the database runs as another user, who can't enter root's home.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, uid: number | undefined = process.getuid?.()): string {
  if (env.MOV_TICKET_CACHE) return env.MOV_TICKET_CACHE
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'mov-ticket')
  return uid === 0 ? '/var/cache/mov-ticket' : join(env.HOME || homedir(), '.cache', 'mov-ticket')
}
