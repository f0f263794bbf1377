import { asyncApi } from './async-api.js'
import { eventsMarkdown } from './events-markdown.js'

/** What is generated, by its path in the project. */
export const documents: Readonly<Record<string, () => string>> = {
  'docs/events.md': eventsMarkdown,
  'docs/asyncapi.json': () => `${JSON.stringify(asyncApi(), null, 2)}\n`,
}

/** This file lies as deep in `src` as in `dist`. */
export const projectRoot = new URL('../../../', import.meta.url)
