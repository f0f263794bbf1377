import type { World } from './bad-input-world.js'

export interface BadInput {
  readonly title: string
  readonly as: 'nobody' | 'buyer' | 'stranger' | 'admin'
  readonly request: Request
  readonly answer: Expected
}

export interface Request {
  readonly query: string
  readonly variables: (world: World) => Record<string, unknown>
}

export interface Expected {
  readonly code: string
  readonly message: RegExp
  /** What is wrong, by path. */
  readonly field?: string
  /** True where it is a refusal in the data, not an error. */
  readonly isRefusal: boolean
}

export function given(as: BadInput['as'], title: string, request: Request, answer: Expected): BadInput {
  return { title, as, request, answer }
}

export const invalid = (field: string, message: RegExp): Expected => ({
  code: 'BAD_USER_INPUT',
  message,
  field,
  isRefusal: false,
})
export const notFound = (what: string): Expected => ({
  code: 'NOT_FOUND',
  message: new RegExp(`no such ${what}`),
  isRefusal: false,
})
export const forbidden: Expected = { code: 'FORBIDDEN', message: /may not/, isRefusal: false }
export const unauthenticated: Expected = { code: 'UNAUTHENTICATED', message: /Sign in/, isRefusal: false }
export const refused = (code: string, message = /\w/): Expected => ({ code, message, isRefusal: true })

export type Change = Record<string, unknown> | ((world: World) => Record<string, unknown>)

/** A mutation of `input`, right but for `change`. */
export function withInput(query: string, right: (world: World) => Record<string, unknown>) {
  return (change: Change): Request => ({
    query,
    variables: (world) => ({ input: { ...right(world), ...(typeof change === 'function' ? change(world) : change) } }),
  })
}

export function asking(query: string, variables: Request['variables'] = () => ({})): Request {
  return { query, variables }
}
