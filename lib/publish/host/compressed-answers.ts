import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import { isText } from './content-types'

// Its types speak of Express, of which it needs nothing.
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const compress = compression({
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  // A part of a file is a part of what it is, not of what it would be compressed.
  filter: (_, response) =>
    isText(String(response.getHeader('Content-Type')).replace(/;.*/, '')) && !response.hasHeader('Content-Range'),
}) as unknown as Middleware

/** From here on, whatever text is sent is compressed as the client likes it, unless it was before. */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
  compress(request, response, () => {})
}
