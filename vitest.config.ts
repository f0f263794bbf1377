import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages are read from their sources, so that tests need no build (e2e/ starts the built processes).
  // Vitest hands these to node too: with `import` among them a `require` would get ES modules.
  ssr: { resolve: { conditions: ['source', 'node'] } },
  resolve: { conditions: ['source', 'node'] },
  test: {
    // Vite prefers graphql's ES module, Node its CommonJS one: two copies, whose types and errors do not know each other.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
    include: ['{service-kit,shared-events,expiration,gateway,local,e2e,bench,subgraphs/*}/src/**/*.spec.ts'],
    server: { deps: { inline: [/@mov-ticket\//] } },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
