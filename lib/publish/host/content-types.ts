import path from 'node:path'

/** The type of each kind of file a release may hold. Text is UTF-8. */
export const contentTypes: Record<string, string> = {
  avif: 'image/avif',
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  ico: 'image/x-icon',
  ics: 'text/calendar',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  mjs: 'text/javascript',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain',
  vtt: 'text/vtt',
  wasm: 'application/wasm',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xml: 'application/xml',
  zip: 'application/zip',
}

/** Whether a type is of text: it names its character set, and becomes smaller when it is compressed. */
export const isText = (type: string) => /^text\/|[/+](?:xml|json)$/.test(type)

/** With its character set where it has one. What a page's path ends in is a page. */
export function contentTypeOf(pathname: string): string {
  const type = pathname.endsWith('/') ? contentTypes.html : contentTypes[path.extname(pathname).slice(1).toLowerCase()]
  return type === undefined ? 'application/octet-stream' : withCharset(type)
}

export const withCharset = (type: string) => (isText(type) ? `${type}; charset=utf-8` : type)
