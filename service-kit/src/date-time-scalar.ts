import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { z } from 'zod'

const rfc3339 = z.iso.datetime({ offset: true })

function parse(value: unknown): Date {
  if (!rfc3339.safeParse(value).success) {
    throw new GraphQLError('must be an RFC 3339 time with an offset, such as 2030-05-17T20:15:00.000Z')
  }
  return new Date(String(value))
}

/** GraphQL DateTime: RFC 3339 in, a Date inside, UTC with milliseconds out. */
export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant as RFC 3339; answers are in UTC with milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize(value) {
    const date = value instanceof Date ? value : parse(value)
    return date.toISOString()
  },
  parseValue: parse,
  parseLiteral(node) {
    return parse(node.kind === Kind.STRING ? node.value : undefined)
  },
})
