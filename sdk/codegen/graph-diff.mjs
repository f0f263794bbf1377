import { Supergraph } from '@apollo/federation-internals'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * `npm run graph:diff [-- <commit>] [--strict]`: what changed in the graph as clients see it since a commit; without one
 * since the last commit, or, where nothing changed since then, since the one before. `--strict`: what breaks clients is an error.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const FILE = 'gateway/supergraph.graphql'

const given = process.argv.slice(2)
const strict = given.includes('--strict')
const now = readFileSync(`${root}/${FILE}`, 'utf8')
const { commit, sdl } = before(given.find((argument) => !argument.startsWith('--')))
if (sdl === null) {
  console.log(`There is no graph at ${commit} to compare with.`)
} else {
  const changes = sdl === now ? [] : await diff(publicGraph(sdl), publicGraph(now))
  for (const { criticality, message } of changes) console.log(`${criticality.level.padEnd(12)} ${message}`)
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).length
  console.log(`${changes.length} changes of the graph since ${commit}, ${breaking} of them breaking.`)
  if (strict && breaking > 0) process.exitCode = 1
}

function before(asked) {
  if (asked !== undefined) return { commit: asked, sdl: at(asked) }
  const last = at('HEAD')
  return last === now ? { commit: 'HEAD~1', sdl: at('HEAD~1') } : { commit: 'HEAD', sdl: last }
}

/** Null where the commit, or the file in it, is not there (a shallow clone, a first commit). */
function at(ref) {
  try {
    return execFileSync('git', ['show', `${ref}:${FILE}`], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64e6 })
  } catch {
    return null
  }
}

function publicGraph(supergraphSdl) {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()
}
