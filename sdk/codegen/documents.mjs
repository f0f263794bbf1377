// @ts-check
import { parse } from 'graphql'
import { texts } from './texts.mjs'

/** A plugin of GraphQL Code Generator: each operation as a typed document node, for other clients. */
export function plugin(_schema, documents) {
  return texts(documents)
    .map(({ name, kind, text }) => {
      const Kind = kind[0].toUpperCase() + kind.slice(1)
      const node = JSON.stringify(parse(text, { noLocation: true }))
      return `export const ${name}Document = ${node} as unknown as TypedDocumentNode<Types.${name}${Kind}, Types.${name}${Kind}Variables>`
    })
    .join('\n\n')
}
