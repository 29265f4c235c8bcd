import path from 'node:path'
import { isRemote } from '../../content/addresses'
import { download } from './download'
import { NotReceived, publicWeb, type Reach } from './fetch-policy'
import { openFetched } from './fetched-folder'
import { lockedAddress } from './locked-picture'
import { byHost } from './per-host-queue'
import type { Naming } from './pictures'
import { keepPicture } from './received-picture'

/** A picture as a post names it. */
export type NamedPicture = Naming & { url: string }

export type FetchOptions = {
  /** Addresses to ask again though their pictures are here. */
  again?: readonly string[]
  /** Takes out what no post names any more. */
  prune?: boolean
  /** How far a test may go. */
  reach?: Reach
  onProgress?(done: number, total: number): void
}

export type Fetched = {
  fetched: { url: string; file: string }[]
  /** With the post that names the picture, and the reason in words that follow the address. */
  failed: { url: string; post: string; reason: string }[]
  /** Addresses of the lock that no post names any more; where they are pruned, none is left. */
  unnamed: string[]
  removed: string[]
}

/** Fetches each remote picture that is named and not here yet. What cannot be had is told, and changes nothing. */
export async function fetchPictures(
  folder: string,
  named: readonly NamedPicture[],
  { again = [], prune = false, reach = publicWeb, onProgress }: FetchOptions = {},
): Promise<Fetched> {
  const own = new Set(named.filter(({ url }) => !isRemote(url)).map(({ url }) => path.posix.basename(url)))
  const here = openFetched(folder, (name) => own.has(name))
  const wanted = wantedOf(named)
  const asked = again.map(lockedAddress)
  const missing = [...wanted.values()].filter(({ url }) => asked.includes(url) || !here.holds(url))
  const told: Fetched = { fetched: [], failed: [], unnamed: [], removed: [] }
  let done = 0
  if (missing.length > 0) onProgress?.(done, missing.length)
  await byHost(missing, async ({ url, file: post }) => {
    try {
      told.fetched.push({ url, file: await here.keep(url, await keepPicture(await download(url, reach), url)) })
    } catch (error) {
      if (!(error instanceof NotReceived)) throw error
      told.failed.push({ url, post, reason: error.message })
    }
    onProgress?.(++done, missing.length)
  })
  for (const [url, { alt, credit }] of wanted) {
    const locked = here.pictures.get(url)
    if (locked) here.pictures.set(url, { ...locked, credit, alt })
  }
  await here.save()
  told.unnamed = [...here.pictures.keys()].filter((url) => !wanted.has(url))
  if (prune) told.removed = await here.drop(told.unnamed.splice(0))
  return told
}

/** Each remote picture once, with the first words that any post has for it. */
function wantedOf(named: readonly NamedPicture[]): Map<string, NamedPicture> {
  const wanted = new Map<string, NamedPicture>()
  for (const { url: written, file, alt, credit } of [...named].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    if (!isRemote(written) || !URL.canParse(written)) continue
    const url = lockedAddress(written)
    const known = wanted.get(url)
    wanted.set(url, { url, file: known?.file ?? file, alt: known?.alt ?? alt, credit: known?.credit ?? credit })
  }
  return wanted
}
