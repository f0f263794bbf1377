import type { Page } from 'playwright-core'
import type { App, Visit } from './app.js'

/** Signs this page's browser in as the administrator, as the app itself would: its cookie is there afterwards. */
export async function signInAsAdmin(page: Page, { url, platform: { admin } }: App): Promise<void> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const input = { email: admin.email, password: admin.password }
  const answer = await page.context().request.post(`${url}/graphql`, { headers: { origin: url }, data: { query, variables: { input } } })
  if (!(await answer.text()).includes('"SignedIn"')) throw new Error(`The administrator can't sign in: ${await answer.text()}`)
}

/** A page of the back office, in a browser of its own. */
export async function visitAsAdmin(app: App, path: string, visit?: Visit): Promise<Page> {
  const { page } = await app.visit('/robots.txt', visit)
  await signInAsAdmin(page, app)
  await page.goto(app.url + path)
  return page
}
