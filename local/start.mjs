import { prepare } from './prepare.mjs'

await prepare()
// oxlint-disable-next-line no-restricted-imports -- the build is what there is to run
await import('./dist/launcher/main.js')
