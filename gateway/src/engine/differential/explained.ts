import { isJsonObject } from '../data/json.js'
import type { ResponsePath } from '../data/json.js'
import { own } from './compare.js'
import { isJustified } from './effects.js'
import type { Outcome } from './outcome.js'

export interface Explaining {
  /** An error must say of each thing that is missing why it is. */
  readonly mustSayWhy: boolean
  /** Types that clients don't see must be asked for, so asking may fail where no one misses anything. */
  readonly hasHiddenTypes: boolean
}

/**
 * What an answer in bad times has that one in good times has not, or the other way round; null: nothing but what is
 * missing because of the times, and errors of what is missing.
 */
export function unexplained(good: Outcome, bad: Outcome, { mustSayWhy, hasHiddenTypes }: Explaining): string | null {
  const errors = bad.errors.map(({ path = [] }) => path.join('/'))
  return compare(good.data, bad.data, []) ?? unjustified()

  function compare(one: unknown, other: unknown, path: ResponsePath): string | null {
    if (one !== null && (other === null || other === undefined)) {
      const at = path.join('/')
      return !mustSayWhy || isExplained(at) ? null : `${at} is ${String(other)}, and no error says why`
    }
    if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
      return first(one.map((item, index) => compare(item, other[index], [...path, index])))
    }
    if (isJsonObject(one) && isJsonObject(other)) {
      const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
      return first(keys.map((key) => compare(own(one, key), own(other, key), [...path, key])))
    }
    return one === other ? null : `${path.join('/')}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`
  }

  function isExplained(path: string): boolean {
    return path === '' ? errors.length > 0 : errors.some((error) => error === path || error === '' || error.startsWith(`${path}/`) || path.startsWith(`${error}/`))
  }

  function unjustified(): string | null {
    const known = new Set(good.errors.map((error) => JSON.stringify(error)))
    const error = bad.errors.find((one) => !known.has(JSON.stringify(one)) && !isJustified({ outcome: good, isOfGoodTimes: true }, bad, one))
    if (error === undefined || (hasHiddenTypes && error.extensions?.['code'] === 'UNAVAILABLE')) return null
    return `an error of what is not missing: ${JSON.stringify(error)}`
  }
}

function first(differences: readonly (string | null)[]): string | null {
  return differences.find((difference) => difference !== null) ?? null
}
