import { GraphError } from '@mov-ticket/sdk'
import { useCallback, useState } from 'react'
import type { FormEvent } from 'react'

/** What is wrong: with fields, by name, or with the whole. */
export interface FormFaults {
  readonly fields: Readonly<Record<string, string>>
  readonly whole: string | null
}

const none: FormFaults = { fields: {}, whole: null }

/**
 * Sends a form: one at a time, faults in place, the focus where something is wrong. `send` gives what is wrong, or null;
 * faults that the graph finds in fields arrive at those, and for all others there is `sayFault`.
 */
export function useForm(send: (values: Readonly<Record<string, string>>) => Promise<Partial<FormFaults> | null>, sayFault: (error: unknown) => string) {
  const [faults, setFaults] = useState<FormFaults>(none)
  const [isBusy, setIsBusy] = useState(false)

  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (isBusy) return
      const form = event.currentTarget
      const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
      setIsBusy(true)
      setFaults(none)
      void trySending()

      async function trySending(): Promise<void> {
        const found = await send(values).catch((error: unknown) => faultsOf(error, sayFault))
        setIsBusy(false)
        if (found === null) return
        const all = { ...none, ...found }
        setFaults(all)
        const first = [...form.elements].find((element) => element instanceof HTMLInputElement && element.name in all.fields)
        if (first instanceof HTMLInputElement) first.focus()
      }
    },
    [isBusy, send, sayFault],
  )
  return { faults, isBusy, onSubmit }
}

function faultsOf(error: unknown, sayFault: (error: unknown) => string): Partial<FormFaults> {
  if (!(error instanceof GraphError) || error.code !== 'BAD_USER_INPUT' || Object.keys(error.fields).length === 0) return { whole: sayFault(error) }
  return { fields: Object.fromEntries(Object.entries(error.fields).map(([path, message]) => [path.replace(/^input\./, ''), message])) }
}
