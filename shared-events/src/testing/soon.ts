/** For `expect.poll`: looks often; the timeout only ends a test that fails. */
export const soon = { timeout: 15_000, interval: 10 }
