/**
 * Whether a socket was closed for something that we did wrong: to come again would only repeat it. 4400 to 4409 and 4429
 * are the protocol's own (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md), 1009 is a message too long. After
 * everything else (1001 going away, 4410 session ended, 4413 fell behind, 4503 unavailable, no word at all …) we come again;
 * so we do after 4408, a hello that came too late (a slow network or a laptop that was asleep look just like it), and 4500.
 */
export function isOurMistake(code: number): boolean {
  return code === 1009 || code === 4429 || (code >= 4400 && code <= 4409 && code !== 4408)
}
