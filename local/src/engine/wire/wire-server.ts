import { createServer, type Server, type Socket } from 'node:net'
import { MessageSplitter } from './message-splitter.js'
import { DatabaseGone, MongoFault } from './mongo-fault.js'
import { encodeReply, type Reply } from './reply.js'
import { readRequest, type Request } from './request.js'

/** Answers a request; throws MongoFault for a failed command, DatabaseGone to drop the connection. */
export type Handler = (request: Request) => Promise<Reply>

export interface WireServer {
  readonly port: number
  /** Drops every connection and stops listening. */
  close(): Promise<void>
}

/** Speaks MongoDB's wire protocol on a loopback port. */
export async function startWireServer(port: number, handler: Handler): Promise<WireServer> {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    serveConnection(socket, handler)
  })
  await listen(server, port)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, resolve)
  })
}

/** Requests of one connection are answered one after the other, as drivers expect. */
function serveConnection(socket: Socket, handler: Handler): void {
  const splitter = new MessageSplitter()
  let last = Promise.resolve()
  socket.on('data', (chunk) => {
    try {
      for (const message of splitter.push(chunk)) {
        const request = readRequest(message)
        last = last.then(() => answer(socket, request, handler))
      }
    } catch {
      socket.destroy() // not the protocol: there is no way to answer
    }
  })
}

async function answer(socket: Socket, request: Request, handler: Handler): Promise<void> {
  if (socket.destroyed) return
  let reply: Reply
  try {
    reply = await handler(request)
  } catch (error) {
    if (error instanceof DatabaseGone) {
      socket.destroy()
      return
    }
    reply = faultOf(error).toReply()
  }
  if (request.wantsReply) socket.write(encodeReply(request, reply))
}

function faultOf(error: unknown): MongoFault {
  if (error instanceof MongoFault) return error
  return new MongoFault(8, 'UnknownError', error instanceof Error ? error.message : String(error))
}
