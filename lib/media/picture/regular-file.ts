import { lstat, realpath } from 'node:fs/promises'
import path from 'node:path'
import { decodePercent } from '../../percent-encoding'

/** The file that a relative address means inside a folder. A way out, even by a symbolic link, finds nothing. */
export async function regularFileInside(directory: string, url: string): Promise<string | undefined> {
  const file = path.resolve(directory, decodePercent(url))
  const status = await lstat(file).catch(() => undefined)
  if (!status?.isFile()) return undefined
  const [real, root] = await Promise.all([realpath(file), realpath(directory)])
  return real.startsWith(root + path.sep) ? file : undefined
}
