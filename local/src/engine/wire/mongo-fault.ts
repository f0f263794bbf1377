import type { Document } from 'bson'

export interface FaultDetails {
  readonly labels?: readonly string[]
  /** Further fields of the reply, as `keyPattern` and `keyValue` of a duplicate key. */
  readonly info?: Document
}

/** A command that failed, with the code and name by which MongoDB's drivers know the failure. */
export class MongoFault extends Error {
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
    private readonly details: FaultDetails = {},
  ) {
    super(message)
  }

  toReply(): Document {
    const { labels, info } = this.details
    return {
      ok: 0,
      errmsg: this.message,
      code: this.code,
      codeName: this.codeName,
      ...info,
      ...(labels === undefined ? {} : { errorLabels: labels }),
    }
  }
}

/** The database behind is gone: the connection is dropped without an answer, as by a server that crashed. */
export class DatabaseGone extends Error {
  override readonly name = 'DatabaseGone'
}
