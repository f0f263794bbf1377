import type { IntrospectField } from '../answer/build-object.js'
import type { ObjectShape } from '../answer/shape.js'
import type { Step } from '../execution.js'
import type { CoercedVariables, Variables } from './variables.js'

/** An operation that is ready to run: all that does not depend on a request is done. */
export interface Operation {
  readonly kind: 'query' | 'mutation'
  coerce(given: Readonly<Record<string, unknown>>): CoercedVariables
  readonly run: Step
  shapeFor(variables: Variables): ObjectShape
  introspectFor(variables: Variables): IntrospectField
  readonly clientKey: (key: string) => string
  /** Roughly what it occupies, in bytes. */
  readonly size: number
}
