import { rmSync } from 'node:fs'
import path from 'node:path'
import type { ReleaseStats } from '@/lib/publish/release/release-stats'
import { manifest } from '../some-release'

/** The files of a release by their text. */
export type Files = Record<string, string>
type Write = (name: string, text: string) => string

const differing = (one: Files, other: Files) => Object.keys(one).filter((file) => one[file] !== other[file])

/** Publishes releases of the current folder as a build does, but for what renders them. */
export function datedReleases(write: Write, { compress = false } = {}) {
  let published: Files = {}
  const finish = async (folder: string, fresh: string[]) => {
    const { compressAndDate } = await import('@/lib/publish/build/compress-and-date')
    return compressAndDate(folder, fresh, { compress, onProgress: () => {} })
  }
  return {
    /** Everything is made, whatever there was before. */
    async full(files: Files): Promise<void> {
      const { assembleRelease, publishNew, removeOutdated } = await import('@/lib/publish/release/release')
      rmSync('.cache/export', { recursive: true, force: true })
      for (const [file, text] of Object.entries(files)) write(`.cache/export${file}`, text)
      let stats: ReleaseStats = ''
      await assembleRelease('.cache/export', async (folder) => {
        stats = await finish(folder, Object.keys(files))
      })
      const keys = new Map(Object.entries(files))
      await removeOutdated(await publishNew(manifest({ files: keys, stats })))
      published = files
    },
    /** What differs is made, and the rest is linked. */
    async partial(files: Files): Promise<void> {
      const { bringUpToDate, takeBase } = await import('@/lib/publish/release/partial-release')
      const { currentRelease, readManifest } = await import('@/lib/publish/release/manifest')
      const { publishNew, removeOutdated } = await import('@/lib/publish/release/release')
      const current = (await currentRelease()) ?? ''
      const fresh = new Set(differing(files, published))
      const gone = new Set(Object.keys(published).filter((file) => !(file in files)))
      const base = await takeBase(current, (await readManifest(current)) ?? {}, Promise.resolve())
      const endings = compress ? ['.br', '.gz'] : []
      bringUpToDate(base, { current, files: new Set(Object.keys(files)), fresh, gone, endings })
      for (const file of fresh) write(path.relative('.', base.folder + file), files[file] ?? '')
      await finish(base.folder, [...fresh])
      const step = { from: path.basename(current), files: [...fresh, ...gone] }
      await removeOutdated(await publishNew(manifest({ files: new Map(Object.entries(files)), step }), [...gone]))
      published = files
    },
    /** `before` is what it leads to. */
    async back(before: Files): Promise<void> {
      await (await import('@/lib/publish/build/rollback')).rollBack()
      published = before
    },
  }
}
