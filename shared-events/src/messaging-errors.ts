/** What can go wrong between this process and the others; `retry` says whether the same call can succeed later. */
export class MessagingError extends Error {
  constructor(
    message: string,
    readonly retry: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = new.target.name
  }
}

/** No link to the broker, or it was lost before the answer: a publish may have arrived all the same. */
export class BrokerUnavailable extends MessagingError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, true, options)
  }
}

/** The broker did not confirm in time: the event may have arrived all the same. */
export class PublishTimedOut extends MessagingError {
  constructor(what: string, timeoutMs: number) {
    super(`${what} was not confirmed within ${timeoutMs} ms.`, true)
  }
}

/** No queue takes this message, though somebody must hear it. */
export class Unroutable extends MessagingError {
  constructor(what: string) {
    super(`${what} reached no queue.`, true)
  }
}

/** Nobody answered in time. */
export class QuestionTimedOut extends MessagingError {
  constructor(question: string, timeoutMs: number) {
    super(`Nobody answered ${question} within ${timeoutMs} ms.`, true)
  }
}

/** The one who was asked failed, could not read the question, or gave an answer that breaks the contract. */
export class QuestionFailed extends MessagingError {
  constructor(question: string, reason: string) {
    super(`${question} failed: ${reason}`, false)
  }
}

/**
 * For handlers: not now, for a reason that lies outside the message, such as a database that is away.
 * The message comes again after a delay and the attempt is not counted.
 */
export class NotNow extends MessagingError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, true, options)
  }
}
