import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { OldPath } from './old-paths'
import { readRedirectsFile } from './redirects-file'

/** Looks old paths up in the release that a folder holds at that moment. */
export function createRedirects(directory: string): (pathname: string, asked: URLSearchParams) => OldPath | undefined {
  const file = path.join(directory, '_redirects')
  let known = ''
  let redirects = new Map<string, OldPath[]>()
  return (pathname, asked) => {
    const found = statSync(file, { throwIfNoEntry: false })
    const state = found ? [found.ino, found.size, found.mtimeMs].join(' ') : ''
    if (state !== known) redirects = readRedirectsFile(found ? readFileSync(file, 'utf8') : '')
    known = state
    const all = redirects.get(pathname) ?? []
    return all.find((old) => old.query && isAsked(old, asked)) ?? all.find(({ query }) => !query)
  }
}

const isAsked = ({ query = [] }: OldPath, asked: URLSearchParams) =>
  query.every(([name, value]) => asked.get(name) === value)
