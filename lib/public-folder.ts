import { accessSync, constants, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { type FileStat, fileStatOf } from './file-stat'
import { isLeftover } from './leftovers.mjs'
import { decodePercent } from './percent-encoding'
import type { Problem } from './problem'
import {
  circle,
  dangling,
  type Finding,
  leftovers,
  mostThroughLinks,
  notAFile,
  oddName,
  publicProblem,
  tooMany,
  unreadable,
} from './public-problems'

/** A file that is published as it is: the path it is served at, as `/favicon.ico`, and where it truly lies. */
export type PublicFile = { path: string; file: string; fileStat: FileStat }

/** What is published of `public/`, in one order, and what cannot be. `find` takes a path as links have it. */
export type PublicFolder = {
  files: readonly PublicFile[]
  problems: readonly Problem[]
  find(url: string): PublicFile | undefined
}

// Of a name that is not UTF-8 Node shows U+FFFD, and finds no file by it.
const unaddressable = /[\p{Cc}\ufffd]/u

type Reading = {
  files: PublicFile[]
  problems: Problem[]
  told: Set<string>
  leftOut: string[]
  throughLinks: number
}
type Folder = { folder: string; at: string; above: readonly string[]; isThroughLink: boolean }

/**
 * Reads `public/` as it is now. Links to files and folders are followed, wherever they lead. What editors and systems
 * leave behind is left out. Opens no file, and throws for nothing that lies there.
 */
export function readPublicFolder(directory = path.resolve('public')): PublicFolder {
  const reading: Reading = { files: [], problems: [], told: new Set(), leftOut: [], throughLinks: 0 }
  if (lstatSync(directory, { throwIfNoEntry: false })) {
    try {
      readFolder(reading, { folder: realpathSync(directory), at: '', above: [], isThroughLink: false })
    } catch (error) {
      report(reading, directory, '', { ...(findingOf(error, directory) ?? unreadable(error)), severity: 'error' })
    }
  }
  const { files, problems, leftOut } = reading
  if (leftOut[0]) report(reading, '', leftOut[0], leftovers(leftOut.length))
  const byPath = new Map(files.map((file) => [file.path, file]))
  return { files, problems, find: (url) => byPath.get(decodePercent(path.posix.normalize(url))) }
}

function readFolder(reading: Reading, { folder, at, above, isThroughLink }: Folder): void {
  const inside = { folder, above: [...above, folder], isThroughLink }
  for (const name of readdirSync(folder).sort()) {
    if (isLeftover(name)) {
      if (!name.startsWith('.')) reading.leftOut.push(`${at}/${name}`)
      continue
    }
    if (isThroughLink) reading.throughLinks += 1
    const finding = reading.throughLinks > mostThroughLinks ? tooMany : readEntry(reading, name, { ...inside, at })
    if (finding) report(reading, finding === tooMany ? '' : path.join(folder, name), `${at}/${name}`, finding)
    if (finding === tooMany) return
  }
}

/** Reads what has this name in a folder, or says why it cannot be published. */
function readEntry(reading: Reading, name: string, { folder, at, above, isThroughLink }: Folder): Finding | undefined {
  if (unaddressable.test(name)) return oddName
  const [entry, here] = [path.join(folder, name), `${at}/${name}`]
  try {
    const isLink = lstatSync(entry).isSymbolicLink()
    const file = isLink ? realpathSync(entry) : entry
    if (above.some((folder) => isWithin(folder, file))) return circle
    const status = statSync(file)
    if (status.isDirectory())
      readFolder(reading, { folder: file, at: here, above, isThroughLink: isThroughLink || isLink })
    else if (status.isFile()) addFile(reading, here, file, status)
    else return notAFile
    return undefined
  } catch (error) {
    return findingOf(error, entry)
  }
}

const isWithin = (inner: string, outer: string) => `${inner}${path.sep}`.startsWith(path.join(outer, path.sep))

function findingOf(error: unknown, entry: string): Finding | undefined {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ELOOP') return circle
  const found = lstatSync(entry, { throwIfNoEntry: false })
  const leadsNowhere = found?.isSymbolicLink() && (code === 'ENOENT' || code === 'ENOTDIR')
  // A file may have gone since its folder was read.
  return leadsNowhere ? dangling : found && unreadable(error)
}

function addFile({ files }: Reading, at: string, file: string, status: Stats): void {
  accessSync(file, constants.R_OK)
  files.push({ path: at, file, fileStat: fileStatOf(status) })
}

/** Tells of a thing once, however many paths lead to it. */
function report({ problems, told }: Reading, entry: string, at: string, finding: Finding): void {
  if (!told.has(entry)) problems.push(publicProblem(at, finding))
  told.add(entry)
}
