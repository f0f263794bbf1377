import type english from '../en/session.js'
import type { Translated } from '../catalogue.js'

export default {
  signIn: 'Anmelden',
  signUp: 'Registrieren',
  signOut: 'Abmelden',
  account: 'Konto von {name}',
  close: 'Schließen',
  email: 'E-Mail',
  password: 'Passwort',
  name: 'Name',
  nameHint: 'Wie er auf der Karte stehen soll.',
  passwordHint: 'Mindestens {least, number} Zeichen; gern ein ganzer Satz.',
  haveAccount: 'Sie haben schon ein Konto?',
  noAccount: 'Neu hier?',
  missing: {
    email: 'Schreiben Sie Ihre E-Mail-Adresse, etwa ada@example.org.',
    password: 'Schreiben Sie Ihr Passwort.',
    name: 'Schreiben Sie Ihren Namen.',
  },
  shortPassword: 'Es braucht mindestens {least, number} Zeichen.',
  emailTaken: 'Mit dieser Adresse gibt es schon ein Konto. Melden Sie sich damit an.',
  refused: 'Kein Konto hat diese E-Mail und dieses Passwort.',
  tooOften: 'Das wurde zu oft versucht. Wieder möglich in {seconds, plural, one {# Sekunde} other {# Sekunden}}.',
} as const satisfies Translated<typeof english>
