import { pathOf } from '@mov-ticket/service-kit'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { loadFiles } from './web-files.js'
import type { WebFile } from './web-files.js'
import { sendFile } from './send-file.js'

export interface WebApp {
  /** False: the request is another. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
}

/** Everything from this host, no script or style in the page itself. `data:` and `blob:` images are drawn by the app. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Addresses of the gateway itself, which are never pages of the app. */
const own = /^\/(?:graphql|playground|healthz|readyz)(?:\/|$)/

/**
 * The built web app on the graph's own origin. Its files are few and small: they are read once. What is no file and is
 * asked for as a page is a page of the app, which knows its own addresses.
 */
export async function createWebApp(folder: string): Promise<WebApp> {
  const files = await loadFiles(folder)
  const page = files.get('/index.html')
  if (page === undefined) throw new Error(`WEB_FOLDER has no index.html: ${folder}. \`npm run build\` makes it.`)

  function find(path: string, { headers }: IncomingMessage): WebFile | undefined {
    if (path === '/') return page
    if (own.test(path)) return undefined
    const file = files.get(path)
    if (file !== undefined) return file
    return headers.accept?.includes('text/html') === true && !path.startsWith('/assets/') ? page : undefined
  }

  return {
    answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      const file = find(pathOf(request), request)
      if (file === undefined) return false
      if (file === page) response.setHeader('content-security-policy', pagePolicy)
      sendFile(request, response, file)
      return true
    },
  }
}
