// @ts-check
import { texts } from './texts.mjs'

/** A plugin of GraphQL Code Generator: the client's methods, each with what the graph says of its field. */
export function plugin(schema, documents) {
  const methods = texts(documents)
    .filter(({ kind }) => kind !== 'subscription')
    .map(({ name, kind, rootField, text }) => {
      const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
      const { description } = root.getFields()[rootField]
      const type = `Types.${name}${kind[0].toUpperCase()}${kind.slice(1)}`
      const variables = takesKey(text) ? `OptionalKey<${type}Variables>` : `${type}Variables`
      const optional = /^\w+ \w+\([^)]*!/.test(text) ? '' : '?'
      return `  ${comment(description)}
  readonly ${name[0].toLowerCase()}${name.slice(1)}: (variables${optional}: ${variables}, options?: RequestOptions) => Promise<Outcome<${type}['${rootField}']>>`
    })
  return `/** Each query and mutation by its name; what comes back is its one field. They reject with GraphError, or with the signal's reason. */
export interface Methods {
${methods.join('\n')}
}`
}

/** The same rule that src/methods.ts goes by. */
function takesKey(text) {
  return text.includes('$idempotencyKey') || /\$input:Create(?:Best)?OrderInput!/.test(text)
}

function comment(description) {
  const lines = (description ?? '').replaceAll('*/', '* /').split('\n')
  return lines.length === 1 ? `/** ${lines[0]} */` : `/**\n${lines.map((line) => `   * ${line}`).join('\n')}\n   */`
}
