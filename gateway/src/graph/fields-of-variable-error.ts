/** What graphql-js says about a variable's value: https://github.com/graphql/graphql-js/blob/16.x.x/src/execution/values.ts */
const invalidValue = /^Variable "\$(\w+)" got invalid value .*?(?: at "([^"]+)")?; (.+)$/s
const missingValue = /^Variable "\$(\w+)" (of .+)$/s

/**
 * The `fields` of BAD_USER_INPUT for a variable of the wrong type, keyed as subgraphs key theirs (`input.email`).
 * Undefined for other messages.
 */
export function fieldsOfVariableError(message: string): Record<string, string> | undefined {
  const invalid = invalidValue.exec(message)
  if (invalid !== null) return { [dotted(invalid[2] ?? invalid[1] ?? '')]: invalid[3] ?? '' }
  const missing = missingValue.exec(message)
  return missing === null ? undefined : { [missing[1] ?? '']: missing[2] ?? '' }
}

/** `input.seats[3].row` -> `input.seats.3.row` */
function dotted(path: string): string {
  return path.replace(/\[(\d+)\]/g, '.$1')
}
