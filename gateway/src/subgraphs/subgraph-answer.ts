import { internal } from '@mov-ticket/service-kit'
import type { GraphQLFormattedError } from 'graphql'
import { z } from 'zod'
import { isPublicFault, publicExtensions } from '../graph/public-faults.js'

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).nullish(),
        extensions: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .optional(),
})

export type SubgraphAnswer = z.infer<typeof answer>
export type SubgraphError = NonNullable<SubgraphAnswer['errors']>[number]

/** Throws where the text is not a GraphQL answer. */
export function parseAnswer(text: string): SubgraphAnswer {
  const parsed = answer.parse(JSON.parse(text))
  if (parsed.data === undefined && parsed.errors === undefined) throw new Error('It has neither data nor errors.')
  return parsed
}

/** What a client may hear of a subgraph's error. */
export function publicErrorOf(error: SubgraphError): GraphQLFormattedError {
  const extensions = error.extensions ?? {}
  const code = extensions['code']
  const path = error.path == null ? {} : { path: error.path }
  return isPublicFault(code)
    ? { message: error.message, ...path, extensions: publicExtensions(code, extensions) }
    : { message: internal().message, ...path, extensions: { code: 'INTERNAL' } }
}
