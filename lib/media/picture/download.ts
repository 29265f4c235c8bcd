import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { lookupWithin, NotReceived, publicWeb, type Reach, refuseOutOfReach } from './fetch-policy'

const redirecting = [301, 302, 303, 307, 308]

/** The bytes at an address. Throws NotReceived where it cannot be reached, may not, or goes on for too long. */
export async function download(url: string, reach: Reach = publicWeb): Promise<Buffer> {
  const late = AbortSignal.timeout(reach.timeout)
  try {
    let address = new URL(url)
    for (let asked = 0; asked <= reach.redirects; asked++) {
      refuseOutOfReach(address, reach)
      const response = await ask(address, reach, late)
      try {
        const next = nextAddress(response, address)
        if (!next) return await bodyOf(response, reach)
        address = next
      } finally {
        response.destroy()
      }
    }
    throw new NotReceived(`leads on to another address more than ${reach.redirects} times`)
  } catch (error) {
    if (late.aborted) throw new NotReceived(`took longer than ${reach.timeout / 1000} seconds`)
    throw error instanceof NotReceived ? error : new NotReceived(wordsFor(error), { cause: error })
  }
}

function ask(url: URL, reach: Reach, signal: AbortSignal): Promise<IncomingMessage> {
  const { idleTimeout, ca } = reach
  const headers = {
    Accept: 'image/webp, image/png, image/jpeg, image/gif',
    'Accept-Encoding': 'identity',
    'User-Agent': 'sense-and-act (fetches a picture once)',
  }
  return new Promise((resolve, reject) => {
    const options = {
      agent: false,
      lookup: lookupWithin(reach),
      rejectUnauthorized: true,
      signal,
      timeout: idleTimeout,
    }
    const request = get(url, { ...options, headers, ...(ca ? { ca } : {}) }, resolve)
    request.on('error', reject).on('timeout', () => request.destroy(silent(idleTimeout)))
  })
}

function nextAddress({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  if (statusCode === 200) return undefined
  if (!redirecting.includes(statusCode)) throw new NotReceived(answerWords(statusCode))
  const { location = '' } = headers
  if (!location || !URL.canParse(location, from)) throw new NotReceived('leads on to nowhere')
  return new URL(location, from)
}

async function bodyOf(response: IncomingMessage, { bytes, idleTimeout }: Reach): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = Number(response.headers['content-length'] ?? 0)
  const refuseLarge = () => {
    if (size > bytes) throw new NotReceived(`is larger than ${Math.round(bytes / 1024 / 1024)} MB`)
  }
  response.setTimeout(idleTimeout, () => response.destroy(silent(idleTimeout)))
  try {
    refuseLarge()
    size = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      refuseLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    response.destroy()
  }
}

const silent = (milliseconds: number) => new NotReceived(`did not answer for ${milliseconds / 1000} seconds`)

function answerWords(status: number): string {
  if (status === 404 || status === 410) return `is not there any more (${status})`
  if (status === 401 || status === 403) return `is not given to us (${status})`
  return `was answered with ${status}`
}

function wordsFor(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (code === 'ENOTFOUND') return 'names a server that does not exist'
  if (code === 'EAI_AGAIN') return 'could not be looked up: is this computer online?'
  if (code === 'ECONNREFUSED') return 'names a server that does not answer'
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'broke off before it was whole'
  if (/CERT|SELF_SIGNED|SIGNATURE|ALTNAME/.test(code)) return `has a certificate that cannot be trusted (${code})`
  return `could not be reached (${code || message})`
}
