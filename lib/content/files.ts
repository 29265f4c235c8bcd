import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isLeftover } from '../leftovers.mjs'
import type { Problem } from '../problem'
import type { Source } from '../source'
import { largestFile, sourceOfBytes, tooLarge } from './bytes'
import { nearest } from './did-you-mean'
import { problemIn } from './places'

/** A file as problems name it, and where it lies. */
export type PostFile = { file: string; path: string }
/** The folder of the posts as it lies on the disk: the files to read, and what cannot be read. */
export type Listing = { posts: PostFile[]; problems: Problem[] }

export const configNames = ['_site.yml', '_categories.yml', '_authors.yml', '_redirects.yml']

/** Lists the posts that lie directly in a folder, in the order of their names. Opens nothing. */
export function listPosts(directory: string): Listing {
  const listing: Listing = { posts: [], problems: [] }
  const folder = shownPath(directory)
  const entries = entriesOf(directory)
  if (!entries) listing.problems.push(problemIn(folder, undefined, noFolder))
  for (const entry of entries ?? []) {
    const file = `${folder}/${entry.name}`
    const verdict = judge(entry)
    if (verdict === 'post') listing.posts.push({ file, path: `${directory}${path.sep}${entry.name}` })
    else if (verdict) listing.problems.push(problemIn(file, undefined, verdict))
  }
  return listing
}

/** A file's text, or why there is none. Never follows a link and never waits for a pipe. */
export function readSource(
  file: string,
  shown = shownPath(file),
  most = largestFile,
): { source: Source } | { problems: Problem[] } {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const status = fstatSync(descriptor)
      if (!status.isFile()) return { problems: [problemIn(shown, undefined, notAFile('It is not a regular file.'))] }
      if (status.size > most) return { problems: [tooLarge(shown)] }
      return sourceOfBytes(shown, readFileSync(descriptor))
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return { problems: [problemIn(shown, undefined, unreadable(code))] }
  }
}

/** The file of a name in the first of several folders that has it. */
export const firstFile = (name: string, folders: readonly string[]): string | undefined =>
  folders
    .map((folder) => path.join(folder, name))
    .find((file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined)

/** As problems show it: POSIX slashes, relative to the working directory when inside it. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file)
  const inside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
  return (inside ? relative : path.resolve(file)).split(path.sep).join('/')
}

function entriesOf(directory: string): Dirent[] | undefined {
  try {
    const entries = readdirSync(directory, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return undefined
  }
}

function judge(entry: Dirent) {
  const { name } = entry
  if (isLeftover(name)) return undefined
  if (name.endsWith('.md') && !name.startsWith('_')) return entry.isFile() ? ('post' as const) : notAFile(kindOf(entry))
  if (configNames.includes(name)) return entry.isFile() ? undefined : notAFile(kindOf(entry))
  if (/\.ya?ml$/i.test(name)) return notRead('It is not a file this project knows.', configWay(name))
  // An underscore says: not a post. A dot alone does not, or "..md" would vanish without a word.
  if (/^[_.]/.test(name)) return undefined
  if (entry.isDirectory()) return notRead('It is a folder.', 'Put posts directly into the folder of the posts.')
  if (/\.(?:md|mdx|markdown|mdown|mkd)$/i.test(name)) return notRead('Its name does not end in ".md".', 'Rename it.')
  return undefined
}

function kindOf(entry: Dirent): string {
  if (entry.isSymbolicLink()) return 'It is a symbolic link.'
  return entry.isDirectory() ? 'It is a folder.' : 'It is not a regular file.'
}

function configWay(name: string): string {
  const meant = nearest(name, configNames)
  return meant ? `Rename it:  ${meant}` : `Known are ${configNames.join(', ')}.`
}

const noFolder = {
  severity: 'error' as const,
  rule: 'no-folder',
  message: 'The folder of the posts is not there, or cannot be read.',
  hint: 'Create it, or correct POSTS_DIR.',
}

const notAFile = (reason: string) => ({
  severity: 'error' as const,
  rule: 'not-a-file',
  message: `A post must be a file of its own. ${reason}`,
  hint: 'Put the file itself here, or move this elsewhere.',
})

const unreadable = (code: string) => ({
  severity: 'error' as const,
  rule: 'unreadable',
  message: `The file cannot be read (${code}).`,
  hint: 'Check its name and its permissions.',
})

const notRead = (reason: string, hint: string) => ({
  severity: 'warning' as const,
  rule: 'not-read',
  message: `This is not read. ${reason}`,
  hint,
})
