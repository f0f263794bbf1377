import type { Client } from '@mov-ticket/sdk'
import type { QueryClient } from '@tanstack/react-query'
import { Router } from 'wouter'
import { ClientProvider } from './data/client.js'
import type { Catalogue } from './i18n/catalogue.js'
import { LanguageProvider } from './i18n/language.js'
import type { Language } from './i18n/languages.js'
import { Layout } from './layout/layout.js'
import { aroundNavigation } from './layout/navigate.js'
import { Routes } from './routes.js'
import { SessionProvider } from './session/session.js'

export interface AppProps {
  readonly client: Client
  readonly answers: QueryClient
  readonly first: { readonly language: Language; readonly catalogue: Catalogue }
}

export function App({ client, answers, first }: AppProps) {
  return (
    <LanguageProvider first={first}>
      <ClientProvider client={client} answers={answers}>
        <SessionProvider>
          <Router aroundNav={aroundNavigation}>
            <Layout>
              <Routes />
            </Layout>
          </Router>
        </SessionProvider>
      </ClientProvider>
    </LanguageProvider>
  )
}
