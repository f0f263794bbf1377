/** Cuts what a Redis server says (RESP2) into whole replies, whatever the chunks. */
export function createRespFrames(): (chunk: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const frames: Buffer[] = []
    for (let end = endOf(rest, 0); end !== null; end = endOf(rest, 0)) {
      frames.push(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
    return frames
  }
}

/** Whether it is a message of a channel that was subscribed to. */
export function isMessage(frame: Buffer): boolean {
  const start = frame.toString('latin1', 0, 24)
  return start.startsWith('*4\r\n$8\r\npmessage\r\n') || start.startsWith('*3\r\n$7\r\nmessage\r\n')
}

/** Where the reply that begins at `start` ends; null where more of it is to come. */
function endOf(buffer: Buffer, start: number): number | null {
  const lineEnd = buffer.indexOf('\r\n', start)
  if (lineEnd === -1) return null
  const type = buffer.toString('latin1', start, start + 1)
  const next = lineEnd + 2
  if (type === '+' || type === '-' || type === ':') return next
  const count = Number(buffer.toString('latin1', start + 1, lineEnd))
  if (type === '$') {
    const end = count === -1 ? next : next + count + 2
    return end <= buffer.length ? end : null
  }
  if (type !== '*') throw new Error(`no reply of Redis: ${buffer.toString('latin1', start, lineEnd)}`)
  let end: number | null = next
  for (let index = 0; index < count && end !== null; index++) end = endOf(buffer, end)
  return end
}
