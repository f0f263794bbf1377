import type { Way } from './service.js'

/** A server of the user's own, named by a URL in the environment. */
export function fromEnvironment(variable: string, env: NodeJS.ProcessEnv): Way {
  const url = env[variable]
  return {
    name: variable,
    obstacle: async () => (url ? null : 'not set'),
    start: async () => ({ url: url ?? '', process: null, stop: async () => undefined }),
  }
}
