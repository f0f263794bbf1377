import type { ScreeningActivityQuery, ScreeningSalesQuery } from '@mov-ticket/sdk'
import type { Question } from '../../data/use-ask.js'
import { spanAt } from './spans.js'
import type { SpanName } from './spans.js'

export type ActivityStep = NonNullable<ScreeningActivityQuery['screeningActivity']>['steps'][number]
export type Sales = NonNullable<NonNullable<ScreeningSalesQuery['screening']>['sales']>

export interface Activity {
  /** Of these steps: while those of another span are on their way, these are shown as what they are. */
  readonly span: SpanName
  readonly steps: readonly ActivityStep[]
}

/** What happened until the moment of asking; null where orders has not heard of the screening. */
export function activityOf(screeningId: string, span: SpanName): Question<Activity | null> {
  return {
    key: ['office', 'activity', screeningId, span],
    async ask(client, signal) {
      const { from, to, stepSeconds } = spanAt(span, client.clock.now())
      const activity = await client.screeningActivity({ screeningId, from: from.toISOString(), to: to.toISOString(), stepSeconds }, { signal })
      return activity && { span, steps: activity.steps }
    },
  }
}

export function salesOf(screeningId: string): Question<Sales | null> {
  return {
    key: ['office', 'sales', screeningId],
    async ask(client, signal) {
      const screening = await client.screeningSales({ id: screeningId }, { signal })
      return screening?.sales ?? null
    },
  }
}
