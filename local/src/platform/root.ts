import { fileURLToPath } from 'node:url'

/** The folder of the clone, seen from the sources as from the build. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
