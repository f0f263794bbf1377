type Flat<T> = { [K in keyof T]: T[K] }
type Loose<T extends { readonly idempotencyKey: string }> = Flat<Omit<T, 'idempotencyKey'> & { readonly idempotencyKey?: string | undefined }>

/** The client makes a key of its own where none is given. */
export type OptionalKey<Variables> = Variables extends { readonly input: infer Input extends { readonly idempotencyKey: string } }
  ? { readonly input: Loose<Input> }
  : Variables extends { readonly idempotencyKey: string }
    ? Loose<Variables>
    : Variables

/** The two orders of OrderResult can't be read under one name; here they are again. */
export type Outcome<Result> = Result extends { readonly refusedOrder: infer Order }
  ? Flat<Omit<Result, 'refusedOrder'> & { readonly order: Order }>
  : Result
