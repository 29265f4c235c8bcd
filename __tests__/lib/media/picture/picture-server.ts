import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { publicWeb, type Reach } from '@/lib/media/picture/fetch-policy'
import { selfSigned } from './certificate'

type Answer = (response: ServerResponse) => void

export type PictureServer = {
  /** Its address, without a final slash. */
  url: string
  /** As far as this server, and no further. */
  reach: Reach
  /** The paths that were asked for, in order. */
  asked: string[]
  /** The most requests that were open at one time. */
  mostAtOnce(): number
  close(): Promise<void>
}

/** A real server on this machine that answers each path as it is told. */
export async function startServer(answers: Record<string, Answer>): Promise<PictureServer> {
  const { key, cert } = selfSigned()
  const asked: string[] = []
  let open = 0
  let most = 0
  const server = createServer({ key, cert }, ({ url = '' }, response) => {
    asked.push(url)
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    const answer = answers[url]
    if (answer) answer(response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = String((server.address() as AddressInfo).port)
  return {
    url: `https://127.0.0.1:${port}`,
    reach: { ...publicWeb, isAllowed: (address) => address === '127.0.0.1', port, ca: cert },
    asked,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const sends =
  (body: Buffer | string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(200, headers).end(body)

export const leadsTo =
  (location: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location }).end()
