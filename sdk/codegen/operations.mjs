// @ts-check
import { texts } from './texts.mjs'

/** A plugin of GraphQL Code Generator: each operation as its text and types, for this SDK's own client. */
export function plugin(_schema, documents) {
  return texts(documents)
    .map(({ name, kind, rootField, text }) => {
      const Kind = kind[0].toUpperCase() + kind.slice(1)
      return `export const ${name}: Operation<Types.${name}${Kind}, Types.${name}${Kind}Variables> = /* #__PURE__ */ operation(
  '${kind}', '${name}', '${rootField}',
  ${JSON.stringify(text)},
)`
    })
    .join('\n\n')
}
