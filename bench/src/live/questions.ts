import { z } from 'zod'

/** What the benchmark asks its processes over their IPC channel. All answers are numbers. */
export type Question =
  /** Of the owner: commit one change. Answers its version. */
  | 'change'
  /** Of the owner: its version. */
  | 'version'
  /** Of the owner: commit so many changes a second from now on; 0 stops. Answers the version. */
  | 'pace'
  /** Of a server: measure the delay of the event loop from now on. */
  | 'watch-loop'
  /** Of a server: the 99th percentile of that delay so far, in ms. */
  | 'loop-delay'
  /** Of subgraphs: how many requests came so far. */
  | 'requests'

export interface Asked {
  readonly id: number
  readonly question: Question
  readonly argument: number
}

export type Answers = Partial<Readonly<Record<Question, (argument: number) => number>>>

const asked: z.ZodType<Asked> = z.object({
  id: z.number(),
  question: z.enum(['change', 'version', 'pace', 'watch-loop', 'loop-delay', 'requests']),
  argument: z.number(),
})
export const answered = z.object({ id: z.number(), answer: z.number() })

/** In a started process. Questions that are not in `answers` are for another part of it. */
export function answerParent(answers: Answers): void {
  process.on('message', (message) => {
    const { id, question, argument } = asked.parse(message)
    const answer = answers[question]?.(argument)
    if (answer !== undefined) process.send?.({ id, answer })
  })
}
