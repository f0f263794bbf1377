/* global GraphiQL, React, ReactDOM */

/** The example operations, with ids that exist where the graph can tell them. */
async function exampleTabs() {
  const examples = await fetch('/playground/examples.json').then((response) => response.json())
  const screeningId = await firstScreening().catch(() => null)
  return examples.map(({ query, variables }) => ({
    query,
    variables: JSON.stringify(variables, (name, value) => known(name, value, screeningId), 2),
  }))
}

function known(name, value, screeningId) {
  if (name === 'screeningId') return screeningId ?? value
  // The same key on purpose: running an example twice gives the same order.
  return name === 'idempotencyKey' ? `try-${Date.now().toString(36)}` : value
}

async function firstScreening() {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query FirstScreening { screenings(first: 1) { nodes { id } } }' }),
  })
  const { data } = await response.json()
  return data.screenings.nodes[0].id
}

const defaultTabs = await exampleTabs()
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: `${location.origin.replace(/^http/, 'ws')}/graphql` }),
    defaultTabs,
    defaultEditorToolsVisibility: true,
    isHeadersEditorEnabled: true,
    // Headers may hold a token: it does not stay in the browser.
    shouldPersistHeaders: false,
  }),
)
