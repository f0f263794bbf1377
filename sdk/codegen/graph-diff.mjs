import { Supergraph } from '@apollo/federation-internals'
import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * `npm run graph:diff [-- <commit>]`: what changed in the graph as clients see it since a commit; without one since the last
 * commit, or, where nothing changed since then, since the one before. Exits with 1 where something breaks clients and no
 * commit since then says so.
 */

const FILE = 'gateway/supergraph.graphql'
const ACKNOWLEDGED = /^Breaks clients: *(\S.*)$/gim
const sections = [
  [CriticalityLevel.Breaking, 'Breaks clients'],
  [CriticalityLevel.Dangerous, 'May surprise clients'],
  [CriticalityLevel.NonBreaking, 'Safe'],
]

const root = git('rev-parse', '--show-toplevel').trim()
const now = readFileSync(`${root}/${FILE}`, 'utf8')
const { commit, sdl } = before(process.argv[2])
if (sdl === null) console.log(`There is no graph at ${commit} to compare with.`)
else tell(sdl === now ? [] : await diff(publicGraph(sdl), publicGraph(now), [DiffRule.suppressRemovalOfDeprecatedField]))

function tell(changes) {
  if (changes.length === 0) return console.log(`The graph is for clients as it was at ${commit}.`)
  console.log(`The graph as clients see it, since ${commit}:`)
  for (const [level, title] of sections) {
    const messages = changes.filter(({ criticality }) => criticality.level === level).map(({ message }) => `\n  - ${message}`)
    if (messages.length > 0) console.log(`\n${title}:${messages.join('')}`)
  }
  if (changes.some(({ criticality }) => criticality.level === CriticalityLevel.Breaking)) judge()
}

function judge() {
  const reasons = [...git('log', '--format=%B', `${commit}..HEAD`).matchAll(ACKNOWLEDGED)].map(([, reason]) => reason)
  if (reasons.length > 0) return console.log(`\nSaid in the commit: ${reasons.join(' ')}`)
  process.exitCode = 1
  console.log(`
Clients that are out there would fail. Better: add beside what is there, mark the old @deprecated, and remove it once nobody
asks for it (that counts as safe). If it has to be, say so in the message of the commit, on a line of its own:

    Breaks clients: <what they have to do>`)
}

function before(asked) {
  if (asked !== undefined) return { commit: asked, sdl: at(git('rev-parse', '--verify', `${asked}^{commit}`).trim()) }
  const last = at('HEAD')
  return last === now ? { commit: 'HEAD~1', sdl: at('HEAD~1') } : { commit: 'HEAD', sdl: last }
}

/** Null where the commit, or the file in it, is not there (a shallow clone, a first commit). */
function at(ref) {
  try {
    return git('show', `${ref}:${FILE}`)
  } catch {
    return null
  }
}

function git(...words) {
  return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', words[0] === 'show' ? 'ignore' : 'inherit'], maxBuffer: 64e6 })
}

function publicGraph(supergraphSdl) {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()
}
