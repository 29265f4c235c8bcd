import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type Answer = { status: number; headers: Record<string, string>; body: Buffer }
export type Ask = (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>

/** Waits until a server takes connections. Throws where it has ended instead. */
export async function untilOpen(port: number, server: ChildProcess): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (server.exitCode !== null) break
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(Boolean, () => false)
    socket.destroy()
    if (isOpen) return
    await wait(50)
  }
  throw new Error('The server did not start')
}

/** Sends a path exactly as it is written: a client that tidies paths would hide what is tested here. */
export async function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const socket = connect(port, '127.0.0.1')
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers }).map((line) => line.join(': '))
  socket.write(Buffer.from(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`, 'latin1'))
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  const answer = Buffer.concat(chunks)
  const end = answer.indexOf('\r\n\r\n')
  const [first = '', ...rest] = answer.subarray(0, end).toString('latin1').split('\r\n')
  const found: Record<string, string> = {}
  for (const line of rest) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    // A header that was sent twice is seen as two values.
    found[name.toLowerCase()] = name.toLowerCase() in found ? `${found[name.toLowerCase()]}, ${value}` : value
  }
  return { status: Number(first.split(' ')[1]), headers: found, body: answer.subarray(end + 4) }
}
