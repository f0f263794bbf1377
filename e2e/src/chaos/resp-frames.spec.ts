import { describe, expect, test } from 'vitest'
import { createRespFrames, isMessage } from './resp-frames.js'

const replies = [
  '+OK\r\n',
  '-ERR no\r\n',
  ':12\r\n',
  '$-1\r\n',
  '$5\r\na\r\nbc\r\n',
  '*0\r\n',
  '*-1\r\n',
  '*2\r\n$1\r\na\r\n*2\r\n:1\r\n$-1\r\n',
  '*4\r\n$8\r\npmessage\r\n$2\r\na*\r\n$2\r\nab\r\n$13\r\n{"version":1}\r\n',
  '*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\nb\r\n',
]

describe('what Redis says, in chunks', () => {
  test.each([1, 2, 3, 7, 1_000])('of %i bytes is cut into its replies', (size) => {
    const all = Buffer.from(replies.join(''))
    const split = createRespFrames()
    const frames: string[] = []
    for (let start = 0; start < all.length; start += size) {
      frames.push(...split(all.subarray(start, start + size)).map((frame) => frame.toString()))
    }
    expect(frames).toEqual(replies)
  })

  test('messages are told from all else', () => {
    expect(replies.filter((reply) => isMessage(Buffer.from(reply)))).toEqual(replies.slice(-2))
  })
})
