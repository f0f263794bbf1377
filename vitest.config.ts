import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages are read from their sources, so that tests need no build (e2e/ starts the built processes).
  // Vitest hands these to node too: with `import` among them a `require` would get ES modules.
  ssr: { resolve: { conditions: ['source', 'node'] } },
  resolve: { conditions: ['source', 'node'] },
  test: {
    // Vite prefers graphql's ES module, Node its CommonJS one: two copies, whose types and errors do not know each other.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
    server: { deps: { inline: [/@mov-ticket\//] } },
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is awaited comes when it comes: on a busy machine that takes longer than a second.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{service-kit,shared-events,expiration,gateway,sdk,web,local,bench,subgraphs/*}/src/**/*.spec.ts'],
          maxWorkers: 2,
          // Style sheets that a spec reads as text; all others are nothing to it.
          css: { include: /tokens\.css/ },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/src/**/*.spec.ts', 'web/e2e/**/*.spec.ts'],
          // Each spec runs a whole platform, and some watch deadlines: one at a time, after all the rest.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
