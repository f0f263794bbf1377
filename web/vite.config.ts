import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './build/compressed.js'
import { fontsFirst } from './build/fonts-first.js'

/** Where `vite dev` finds a running gateway: `npm start` prints it. */
const gateway = process.env['GATEWAY'] ?? 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [react(), fontsFirst(), compressed()],
  // graphiql, in the gateway, needs an older React: what is shared must not bring that one along.
  resolve: { dedupe: ['react', 'react-dom'], conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'baseline-widely-available',
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // Everything is a file of its own: the page's policy knows no data URLs but in images.
    assetsInlineLimit: 0,
    sourcemap: true,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the first load has anyway is one file: cut up along what other pages share of it, it is larger.
        codeSplitting: { groups: [{ name: 'first', test: /\/web\/src\/(?:app|routes|data\/|layout\/|poster\/|programme\/|session\/|ui\/|i18n\/(?!\w+\/|office))/ }] },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { target: gateway, ws: true, changeOrigin: false } },
  },
})
