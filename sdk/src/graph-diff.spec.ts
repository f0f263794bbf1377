import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const script = fileURLToPath(new URL('../codegen/graph-diff.mjs', import.meta.url))
const graph = readFileSync(new URL('../../gateway/supergraph.graphql', import.meta.url), 'utf8')
const other = graph.replace(/^ {2}remainingSeconds: Int\b/m, '  remainingSeconds: String')
const more = graph.replace(/^ {2}remainingSeconds: Int\b/m, '  remainingMinutes: Int @deprecated(reason: "Ask for seconds.")\n$&')

/** A repository whose last commit has the graph. */
function given() {
  const cwd = mkdtempSync(join(tmpdir(), 'graph-diff-'))
  onTestFinished(() => rmSync(cwd, { recursive: true }))
  const git = (...words: string[]) => execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@demo.example', ...words], { cwd, stdio: 'ignore' })
  const change = (to: string) => writeFileSync(join(cwd, 'gateway/supergraph.graphql'), to)
  const commit = (message: string) => git('commit', '-q', '--allow-empty', '-am', message)
  mkdirSync(join(cwd, 'gateway'))
  git('init', '-q')
  change(graph)
  git('add', '.')
  commit('A graph')
  function diff(...words: string[]) {
    const { status, stdout } = spawnSync(process.execPath, [script, ...words], { cwd, encoding: 'utf8' })
    return { status, said: stdout }
  }
  return { change, commit, diff }
}

it('fails where the graph breaks clients, and says what to do', () => {
  const { change, commit, diff } = given()
  change(other)
  const { status, said } = diff()
  expect(said).toContain("Breaks clients:\n  - Field 'Order.remainingSeconds' changed type from 'Int' to 'String'")
  expect(said).toContain('    Breaks clients: <what they have to do>')
  expect(status).toBe(1)
  commit('Seconds are a text')
  expect(diff().status).toBe(1)
})

it('does not where a commit since then says so', () => {
  const { change, commit, diff } = given()
  change(other)
  commit('Seconds are a text\n\nBreaks clients: parse them.')
  commit('Something else')
  expect(diff('HEAD~2')).toEqual({ status: 0, said: expect.stringContaining('Said in the commit: parse them.') })
  expect(diff()).toEqual({ status: 0, said: 'The graph is for clients as it was at HEAD~1.\n' })
})

it('does not where nobody is broken: what is new, and what goes after it was deprecated', () => {
  const { change, commit, diff } = given()
  change(more)
  expect(diff()).toEqual({ status: 0, said: expect.stringContaining("Safe:\n  - Field 'remainingMinutes' was added to object type 'Order'") })
  commit('Minutes too')
  change(graph)
  expect(diff()).toEqual({ status: 0, said: expect.stringContaining("Field 'remainingMinutes' (deprecated) was removed") })
})

it('has nothing to say of a first commit', () => {
  expect(given().diff()).toEqual({ status: 0, said: 'There is no graph at HEAD~1 to compare with.\n' })
})
