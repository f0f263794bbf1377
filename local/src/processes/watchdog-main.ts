import { text } from 'node:stream/consumers'
import { isClaimed } from './claim.js'
import { endLeftovers } from './leftovers.js'

/** See watchdog.ts. Standard input ends with the launcher; `done` before that means that nothing is left to end. */
const [, , dataFolder = ''] = process.argv
const said = await text(process.stdin)
if (said !== 'done' && !(await isClaimed(dataFolder))) await endLeftovers(dataFolder, () => undefined)
