import type { Account, User } from './user.js'
import type { PendingSignOut, UserModel, UserRecord } from './user-model.js'

export class EmailIsTaken extends Error {
  override readonly name = 'EmailIsTaken'
}

export interface Users {
  /** Throws EmailIsTaken. */
  add(account: Account): Promise<void>
  accountByEmail(email: string): Promise<Account | null>
  accountById(id: string): Promise<Account | null>
  /** In the order of the ids. */
  byIds(ids: readonly string[]): Promise<(User | null)[]>
  /** False where the hash is not `from` any more. The other sessions are to be ended: see `pendingSignOuts`. */
  changePassword(id: string, change: { from: string; to: string; signOut: PendingSignOut }): Promise<boolean>
  /** False where the user is one already. */
  /** With a new password. False where it is one already. */
  makeAdmin(id: string, passwordHash: string, signOut: PendingSignOut): Promise<boolean>
  pendingSignOuts(): Promise<{ userId: string; signOut: PendingSignOut }[]>
  signedOut(id: string, signOut: PendingSignOut): Promise<void>
}

/** The only place that reads and writes the collection of users. */
export function createUsers(model: UserModel): Users {
  return {
    async add({ user: { id, ...facts }, passwordHash }) {
      try {
        await model.create({ _id: id, ...facts, passwordHash })
      } catch (error) {
        throw isDuplicate(error) ? new EmailIsTaken(facts.email) : error
      }
    },
    accountByEmail: async (email) => accountOf(await model.findOne({ email }).lean().exec()),
    accountById: async (id) => accountOf(await model.findById(id).lean().exec()),
    async byIds(ids) {
      const found = await model.find({ _id: { $in: [...ids] } }).lean().exec()
      const byId = new Map(found.map((record) => [record._id, userOf(record)]))
      return ids.map((id) => byId.get(id) ?? null)
    },
    async changePassword(id, { from, to, signOut }) {
      const change = { $set: { passwordHash: to, pendingSignOut: signOut } }
      const { matchedCount } = await model.updateOne({ _id: id, passwordHash: from }, change).exec()
      return matchedCount === 1
    },
    async makeAdmin(id, passwordHash, signOut) {
      const change = { $set: { role: 'ADMIN', passwordHash, pendingSignOut: signOut } } as const
      const { matchedCount } = await model.updateOne({ _id: id, role: 'CUSTOMER' }, change).exec()
      return matchedCount === 1
    },
    async pendingSignOuts() {
      const found = await model.find({ 'pendingSignOut.since': { $exists: true } }).limit(100).lean().exec()
      return found.flatMap(({ _id, pendingSignOut }) => (pendingSignOut ? [{ userId: _id, signOut: pendingSignOut }] : []))
    },
    async signedOut(id, { since }) {
      await model.updateOne({ _id: id, 'pendingSignOut.since': since }, { $unset: { pendingSignOut: 1 } }).exec()
    },
  }
}

function accountOf(record: UserRecord | null): Account | null {
  return record === null ? null : { user: userOf(record), passwordHash: record.passwordHash }
}

function userOf({ _id, email, name, role, createdAt }: UserRecord): User {
  return { id: _id, email, name, role, createdAt }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11_000
}
