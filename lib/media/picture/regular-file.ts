import { lstat, realpath } from 'node:fs/promises'
import path from 'node:path'
import { site } from '../../site'

/** The file that a relative address means inside a folder. A way out, even by a symbolic link, finds nothing. */
export async function regularFileInside(directory: string, url: string): Promise<string | undefined> {
  const file = path.resolve(directory, decoded(url))
  const status = await lstat(file).catch(() => undefined)
  if (!status?.isFile()) return undefined
  const [real, root] = await Promise.all([realpath(file), realpath(directory)])
  return real.startsWith(root + path.sep) ? file : undefined
}

/** The published address of a file under `public/`, if `/path` is one. */
export async function publicFile(url: string, directory = path.resolve('public')): Promise<string | undefined> {
  if (!url.startsWith('/')) return undefined
  return (await regularFileInside(directory, `.${url}`)) && `${site.basePath}${url}`
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    // Not an encoding: then the name is meant as it is written.
    return url
  }
}
