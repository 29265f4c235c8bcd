import { folded } from '../content/folded'
import { problemIn } from '../content/places'
import { nextFolder } from '../next-folder'
import type { Problem } from '../problem'
import { type Owner, shownAs } from './path-claims'
import { type PathOwners, withoutBase } from './path-owners'
import { fileOfPath, paginatedLists, sitePaths } from './site-paths'

const compressed = /\.(?:gz|br|zst)$/i

type Found = { message: string; hint: string }

/**
 * Claims the places of the files of `public/`, and names those that a release cannot hold beside its own. What is no page
 * gives way to them: so an operator replaces `robots.txt` or `_headers`.
 */
export function publicCollisions(files: readonly string[], { claim, ownerAt }: PathOwners): Problem[] {
  return files.flatMap((file) => {
    const owned = file.startsWith(nextFolder) ? { owner: 'Next', at: nextFolder, isFile: false } : ownerAt(file)
    claim(file, `public${file}`)
    return problems(file, owned && collision(file, owned))
  })
}

/** Compressed files that servers would send in place of something that is none of `public/`, once everything is claimed. */
export function sentInPlace(files: readonly string[], { ownerAt }: PathOwners): Problem[] {
  const all = new Set(files)
  return files.flatMap((file) => {
    const original = file.replace(compressed, '')
    const owned = original === file || all.has(original) ? undefined : ownerAt(original)
    if (!owned?.isFile || owned.spellings) return []
    const message = `A server would send it in place of ${shownAs(original)}, which belongs to ${owned.owner}.`
    return problems(file, {
      message,
      hint: 'Delete it:  npm run build -- --compress  makes such files of what is published.',
    })
  })
}

function collision(file: string, { owner, at, isFile, spellings }: Owner): Found | undefined {
  const hint = 'Rename it, or delete it.'
  if (spellings)
    return { message: `"${spellings.here}" and "${spellings.there}" of ${owner} are one name on many disks.`, hint }
  if (!isFile || at !== shownAs(file)) return { message: `It cannot be published: ${at} belongs to ${owner}.`, hint }
  return file.endsWith('.html') ? { message: `It would never be seen: ${at} belongs to ${owner}.`, hint } : undefined
}

const problems = (file: string, found: Found | undefined): Problem[] =>
  found ? [problemIn(`public${file}`, undefined, { severity: 'error', rule: 'public-file', ...found })] : []

/** Whether a file could be one of those at all. Most cannot, and then nothing has to be asked of thousands of articles. */
export function mayCollide(file: string): boolean {
  return compressed.test(file) || highest.has(highestOf(folded(file)))
}

const highestOf = (file: string) => file.split('/')[1] ?? ''

const sample = { file: '', slug: 'a', category: 'a', tags: ['a'], authors: ['a'], series: 'a', date: '2000-01-01' }
const samplePaths = sitePaths([sample], paginatedLists([sample], { categories: [], authors: [] }))
const highest = new Set([
  highestOf(nextFolder),
  ...samplePaths.map(({ path }) => highestOf(fileOfPath(withoutBase(path)))),
])
