import './style/fonts.css'
import './style/tokens.css'
import './style/base.css'
import { createClient } from '@mov-ticket/sdk'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import { createAnswers } from './data/client.js'
import { remembered } from './data/remember.js'
import { loadCatalogue } from './i18n/catalogue.js'
import { chooseLanguage } from './i18n/languages.js'
import { fetchAhead } from './routes.js'

const language = chooseLanguage(remembered('language'), navigator.languages)
const client = createClient({ url: new URL('/graphql', location.origin).href, cookies: true })
const catalogue = await loadCatalogue(language)

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')
createRoot(root).render(
  <StrictMode>
    <App client={client} answers={createAnswers()} first={{ language, catalogue }} />
  </StrictMode>,
)
fetchAhead()
