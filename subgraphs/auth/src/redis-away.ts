/** Redis did not answer: the same call can succeed later. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway'
  readonly retry = true
}

/** Runs commands; whatever goes wrong with them is RedisAway. */
export async function onRedis<T>(commands: () => Promise<T>): Promise<T> {
  try {
    return await commands()
  } catch (cause) {
    throw new RedisAway('Redis did not answer.', { cause })
  }
}
