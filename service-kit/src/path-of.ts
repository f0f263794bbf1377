import type { IncomingMessage } from 'node:http'

/** Of a request's URL: all before its question mark. */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  const start = url.indexOf('?')
  return start === -1 ? url : url.slice(0, start)
}
