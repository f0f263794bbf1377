import type { SubgraphOperation } from '../plan/plan.js'
import type { Variables } from '../operation/variables.js'

/** Writes the body of a subgraph request. What is the same each time is written once. */
export type WriteBody = (variables: Variables, representations: readonly string[]) => string

/** @param representations the names of the variables that hold them; each is written as the text that is given for it. */
export function compileBody({ query, operationName, variables: names }: SubgraphOperation, representations: readonly string[]): WriteBody {
  const name = operationName === null ? '' : `,"operationName":${JSON.stringify(operationName)}`
  const head = `{"query":${JSON.stringify(query)}${name},"variables":{`
  const usages = names.filter((usage) => !representations.includes(usage)).map((usage) => ({ usage, key: `${JSON.stringify(usage)}:` }))
  const representationKeys = representations.map((variable) => `${JSON.stringify(variable)}:`)
  return (variables, texts) => {
    let body = head
    let isFirst = true
    for (const { usage, key } of usages) {
      const text = variables.textOf(usage)
      if (text === undefined) continue
      body += isFirst ? key + text : `,${key}${text}`
      isFirst = false
    }
    for (const [index, key] of representationKeys.entries()) {
      body += `${isFirst ? '' : ','}${key}${texts[index] ?? '[]'}`
      isFirst = false
    }
    return `${body}}}`
  }
}
