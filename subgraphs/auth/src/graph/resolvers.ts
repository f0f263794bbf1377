import { dateTimeScalar, forbidden } from '@mov-ticket/service-kit'
import type { Identity } from '@mov-ticket/service-kit'
import type { ChangePassword } from '../accounts/change-password.js'
import type { OpenedSession } from '../accounts/open-session.js'
import type { SignIn } from '../accounts/sign-in.js'
import type { SignOut } from '../accounts/sign-out.js'
import type { SignUp } from '../accounts/sign-up.js'
import type { Resolvers } from '../generated/resolvers.js'
import type { Sessions } from '../sessions/sessions.js'
import type { Context } from './context.js'

export interface ResolverOptions {
  readonly signUp: SignUp
  readonly signIn: SignIn
  readonly signOut: SignOut
  readonly changePassword: ChangePassword
  readonly sessions: Sessions
}

export function createResolvers({ signUp, signIn, signOut, changePassword, sessions }: ResolverOptions): Resolvers {
  return {
    DateTime: dateTimeScalar,
    Query: {
      me: (_parent, _args, { viewer, users }) => (viewer === null ? null : users.load(viewer.userId)),
    },
    User: {
      __resolveReference: ({ id }, { viewer, users }) => (maySee(viewer, id) ? users.load(id) : null),
      sessions: (user, _args, { viewer }) => {
        if (viewer?.userId !== user.id) throw forbidden()
        return sessions.listOf(user.id)
      },
    },
    Session: {
      current: (session, _args, { viewer }) => viewer?.sessionId === session.id,
    },
    Mutation: {
      async signUp(_parent, args, context) {
        const opened = await signUp(args, context.caller)
        if (opened !== null) return signedIn(opened, context)
        return { __typename: 'EmailTaken', message: 'There is an account with this e-mail address. Sign in instead.' }
      },
      async signIn(_parent, args, context) {
        const outcome = await signIn(args, context.caller)
        if ('token' in outcome) return signedIn(outcome, context)
        return { __typename: 'SignInRefused', message: 'E-mail address or password are not right.', ...outcome }
      },
      async signOut(_parent, _args, context) {
        await signOut.here(context.caller)
        signedOut(context)
        return true
      },
      async endSession(_parent, { id }, context) {
        const isOwn = context.viewer?.sessionId === id
        const ended = await signOut.one(id, context.caller)
        if (isOwn) signedOut(context)
        return ended
      },
      async signOutEverywhere(_parent, _args, context) {
        const ended = await signOut.everywhere(context.caller)
        signedOut(context)
        return ended
      },
      async changePassword(_parent, args, { caller }) {
        await changePassword(args, caller)
        return true
      },
    },
  }
}

function maySee(viewer: Identity, userId: string): boolean {
  return viewer?.role === 'ADMIN' || viewer?.userId === userId
}

function signedIn({ user, token, session }: OpenedSession, context: Context) {
  context.notify({ token, expiresAt: session.expiresAt.toISOString() })
  context.viewer = { userId: user.id, sessionId: session.id, role: user.role }
  return { __typename: 'SignedIn', user, token, expiresAt: session.expiresAt } as const
}

function signedOut(context: Context): void {
  context.notify({ token: null })
  context.viewer = null
}
