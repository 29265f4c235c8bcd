import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileInRelease } from '../release-file'
import { linkOrCopy } from './hard-link'
import { type Manifest, releasesBefore, removeManifest, workFolder } from './manifest'
import { laidOutOf } from './next-base'

/** A folder that is becoming the next release, and the files in which it differs from the current one; else it is empty. */
export type Base = { folder: string; differs?: readonly string[] }

/**
 * A folder to make the next release in: what was laid out of the current one, or the release that this was made of, which
 * from here on is none to go back to. So only what has changed since is touched. Where neither is there, an empty one. It is
 * moved when `checked` has ended: who compares its files looks for them where it lies.
 */
export async function takeBase(
  current: string,
  manifest: Pick<Manifest, 'step'>,
  checked: Promise<unknown>,
): Promise<Base> {
  await Promise.all([dropBase(), checked])
  const base = await findBase(current, manifest)
  if (!base) {
    await mkdir(workFolder, { recursive: true })
    return { folder: workFolder }
  }
  await removeManifest(base.folder)
  await rename(base.folder, workFolder)
  return { ...base, folder: workFolder }
}

/** That folder, where it still lies. */
export async function findBase(current: string, { step }: Pick<Manifest, 'step'>): Promise<Required<Base> | undefined> {
  const laidOut = laidOutOf(current)
  if (laidOut !== undefined) return { folder: laidOut, differs: [] }
  const before = (await releasesBefore(current)).find((release) => path.basename(release) === step?.from)
  return before === undefined || !step ? undefined : { folder: before, differs: step.files }
}

/** Removes what was to become the next release, when that has failed. */
export const dropBase = () => rm(workFolder, { recursive: true, force: true })

/** Every file of a release. */
export function filesOf({
  pages,
  files,
  others,
  added,
}: Pick<Manifest, 'pages' | 'files' | 'others' | 'added'>): Set<string> {
  const all = new Set<string>()
  for (const page of pages.keys()) all.add(fileInRelease(page))
  for (const names of [files.keys(), others, filesOfSteps(added).keys()]) for (const name of names) all.add(name)
  return all
}

/** The key of each file that a step has added. */
export const filesOfSteps = (added: Manifest['added']): Map<string, string> =>
  new Map(Object.values(added).flatMap((files) => Object.entries(files)))

/** What a release is to hold, and how that differs from the current one. With `endings`, files come with others, as `.br`. */
type Change = {
  current: string
  files: ReadonlySet<string>
  fresh: ReadonlySet<string>
  gone: ReadonlySet<string>
  endings: readonly string[]
}

/**
 * Brings a base to hold what is wanted, but for the files that are fresh: their places are left empty. What the current
 * release holds unchanged is linked to, not copied.
 */
export function bringUpToDate({ folder, differs }: Base, { current, files, fresh, gone, endings }: Change): void {
  const folders = new Set<string>()
  const withOthers = (file: string) => [file, ...endings.map((ending) => file + ending)]
  for (const file of differs ? new Set([...differs, ...fresh, ...gone]) : files) {
    if (differs) for (const one of withOthers(file)) rmSync(path.join(folder, one), { force: true })
    if (fresh.has(file)) continue
    if (files.has(file)) link(file)
    else removeEmptyFolders(folder, file)
  }

  function link(file: string): void {
    const place = path.dirname(path.join(folder, file))
    if (!folders.has(place)) mkdirSync(place, { recursive: true })
    folders.add(place)
    linkOrCopy(path.join(current, file), path.join(folder, file))
    for (const one of withOthers(file).slice(1))
      if (existsSync(path.join(current, one))) linkOrCopy(path.join(current, one), path.join(folder, one))
  }
}

function removeEmptyFolders(root: string, file: string): void {
  for (let folder = path.dirname(file); folder !== '/'; folder = path.dirname(folder)) {
    const place = path.join(root, folder)
    if (!existsSync(place)) continue
    if (readdirSync(place).length) return
    rmdirSync(place)
  }
}
