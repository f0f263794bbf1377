/** The page with what `npm run <command>` measured in its place; the place is made where there is none. */
export function withMeasured(page: string, command: string, text: string): string {
  const begin = `<!-- ${command} begin: written by \`npm run ${command}\` -->`
  const end = `<!-- ${command} end -->`
  const section = `${begin}\n${text}\n${end}`
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from === -1 || to < from) return `${page.trimEnd()}\n\n${section}\n`
  return page.slice(0, from) + section + page.slice(to + end.length)
}
