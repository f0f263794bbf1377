import { connect } from 'node:net'

const ANSWER_MS = 1_000

/** Sends bytes to a loopback port and gives the first that come back; rejects where none do. */
export function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: ANSWER_MS })
    const end = (settle: () => void) => {
      settle()
      socket.destroy()
    }
    socket.on('connect', () => socket.write(bytes, 'latin1'))
    socket.once('data', (answer) => end(() => resolve(answer.toString('latin1'))))
    socket.once('timeout', () => end(() => reject(new Error(`No answer from port ${port}`))))
    socket.once('error', (error) => end(() => reject(error)))
    socket.once('close', () => reject(new Error(`Port ${port} closed the connection`)))
  })
}
