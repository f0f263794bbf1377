import type { LauncherSettings } from './arguments.js'

export interface Welcome {
  readonly url: string
  readonly accounts: readonly { readonly email: string; readonly password: string }[]
  readonly settings: LauncherSettings
}

/** What somebody who has just started the platform wants to know. */
export function welcome({ url, accounts, settings }: Welcome): string {
  const shown = accounts.filter(({ email }) => settings.admin.isDemo || email !== settings.admin.email)
  return `
  The web app:                           ${new URL('/', url).href}
  The graph, and GraphiQL in a browser:  ${url}
  Data, logs:                            ${settings.dataFolder}

  Accounts:
${shown.map(({ email, password }) => `    ${email.padEnd(22)} ${password}`).join('\n')}

  Try this in GraphiQL:
    mutation { signIn(input: { email: "ada@demo.example", password: "popcorn-please" }) { __typename } }
    { screenings(first: 3) { nodes { id startsAt movie { title } availableCount } } }
    mutation ($screening: ID!) {
      createBestOrder(input: { screeningId: $screening, count: 3, idempotencyKey: "my first" }) {
        ... on OrderAccepted { order { id status expiresAt tickets { seat { label } } } }
        ... on OrderRefused { refusal { code message } }
      }
    }

  Ctrl-C stops everything; the data stays.
`
}
