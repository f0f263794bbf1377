import { readFileSync } from 'node:fs'
import { z } from 'zod'

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number')
  .transform(Number)

const url = (protocols: readonly string[], example: string) =>
  z.string().refine(
    // `mongodb://a,b,c/` names several hosts, which URL does not read.
    (text) => protocols.some((protocol) => text.startsWith(`${protocol}://`)) && (URL.canParse(text) || text.includes(',')),
    `must be a URL such as ${example}`,
  )

/** Pieces to compose a process's environment of; `.default(…)` and `.optional()` work on each. */
export const environmentOf = {
  namespace: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,48}$/, 'must be 1 to 49 of a-z, 0-9 and -')
    .default('mov-ticket'),
  host: z.string().min(1).default('127.0.0.1'),
  /** 0 picks a free one. */
  port: wholeNumber.refine((port) => port <= 65_535, 'must be a port from 0 to 65535'),
  mongodbUrl: url(['mongodb', 'mongodb+srv'], 'mongodb://127.0.0.1:27017'),
  rabbitmqUrl: url(['amqp', 'amqps'], 'amqp://127.0.0.1:5672'),
  redisUrl: url(['redis', 'rediss'], 'redis://127.0.0.1:6379'),
  httpUrl: url(['http', 'https'], 'http://127.0.0.1:4001/graphql'),
  /** Signs the identity that the gateway hands to subgraphs; the same in all of them. */
  identitySecret: z.string().min(32, 'must be at least 32 characters, the same in every process'),
  logLevel: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be fatal, error, warn, info, debug, trace or silent')
    .default('info'),
  /** How many: a whole number of at least `least`. */
  count: (preset: number, least = 1) =>
    wholeNumber.refine((value) => value >= least, `must be at least ${least}`).default(preset),
  milliseconds: (preset: number) => wholeNumber.default(preset),
}

export type EnvironmentResult<Shape extends z.ZodRawShape> =
  | { readonly ok: true; readonly values: z.infer<z.ZodObject<Shape>> }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads the variables that `shape` names. An empty variable counts as not set; `<NAME>_FILE` names a file that holds the
 * value, which is how Docker and Kubernetes hand over secrets. Problems never quote a value.
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: Readonly<Record<string, string | undefined>>,
): EnvironmentResult<Shape> {
  const unreadable = new Map<string, string>()
  const given = Object.fromEntries(
    Object.keys(shape).map((name) => [name, valueOf(name, source, (problem) => unreadable.set(name, problem))]),
  )
  const parsed = z.object(shape).safeParse(given)
  if (parsed.success && unreadable.size === 0) return { ok: true, values: parsed.data }
  const problems = (parsed.error?.issues ?? []).flatMap((issue) => {
    const name = String(issue.path[0] ?? 'environment')
    if (unreadable.has(name)) return []
    return given[name] === undefined ? `${name} is missing${hint(issue.message)}` : `${name} ${issue.message}`
  })
  return { ok: false, problems: [...unreadable.values(), ...problems] }
}

function valueOf(
  name: string, source: Readonly<Record<string, string | undefined>>, unreadable: (problem: string) => void,
): string | undefined {
  const file = source[`${name}_FILE`]
  if (source[name] || !file) return source[name] || undefined
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    unreadable(`${name}_FILE must name a file that can be read: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/** Zod's own words about a missing value say nothing that "is missing" does not. */
function hint(message: string): string {
  return message.startsWith('must ') ? `: ${message}` : ''
}

/**
 * For a process's `environment.ts`: all that is wrong at once on stderr, then exit 1. `together` says what is wrong with
 * variables that are right one by one.
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: Readonly<Record<string, string | undefined>> = process.env,
  together: (values: z.infer<z.ZodObject<Shape>>) => readonly string[] = () => [],
): z.infer<z.ZodObject<Shape>> {
  const result = parseEnvironment(shape, source)
  const problems = result.ok ? together(result.values) : result.problems
  return result.ok && problems.length === 0 ? result.values : leave(problems)
}

function leave(problems: readonly string[]): never {
  process.stderr.write(`The environment is not right:\n${problems.map((problem) => `  ${problem}\n`).join('')}`)
  process.exit(1)
}
