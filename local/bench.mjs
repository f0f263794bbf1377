import { existsSync } from 'node:fs'
import { prepare } from './prepare.mjs'

/** `node local/bench.mjs <name>` runs bench/src/<name>.ts. */
const [, , name = ''] = process.argv
await prepare()
const script = new URL(`../bench/dist/${name}.js`, import.meta.url)
if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
  console.error('Which benchmark? For example: npm run bench:booking')
  process.exit(1)
}
await import(script.href)
