import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { slugOfFile } from '../content/slugs'
import { site } from '../site'

/** What is known of posts that are no longer there: by git where the posts lie in a repository, and by what is published. */
export type History = {
  /** The file that git calls the new name of the one whose name gave a slug. */
  renamed(slug: string): string | undefined
  /** The file from which a line was taken away that said the path among its aliases, or the slug. */
  fileThatSaid(path: string, slug?: string): string | undefined
  /** What the post of a slug last said. */
  textOf(slug: string): string | undefined
}

/** A file that has gone, newest first, and the revision that had it last. */
type Gone = { name: string; newName?: string; revision: string }

/** `published` is the folder of the site that readers have. Git is asked when something is. */
export function createHistory(postsDirectory: string, published: string): History {
  let known: Gone[] | undefined
  const gone = () => {
    known ??= goneFiles(postsDirectory)
    return known
  }
  const lastOf = (slug: string) => gone().find(({ name }) => slugOf(name) === slug)
  return {
    renamed(slug) {
      let name = lastOf(slug)?.newName
      // It may have been renamed since.
      for (let steps = 0; name !== undefined && steps < 100; steps++) {
        const next = gone().find((one) => one.name === name && one.newName !== undefined)?.newName
        if (next === undefined) break
        name = next
      }
      return name
    },
    fileThatSaid: (path, slug) => fileThatSaid(postsDirectory, [...(slug ? [`slug: ${slug}`] : []), path]),
    textOf(slug) {
      const last = lastOf(slug)
      const text = last && git(postsDirectory, 'show', `${last.revision}:./${last.name}`)
      return text ?? readText(path.join(published, 'articles', `${slug}.md`))
    },
  }
}

const slugOf = (name: string) => {
  const read = slugOfFile(name, site.language)
  return 'slug' in read ? read.slug : undefined
}

// As far back as a rename is worth finding.
const mostCommits = 500
const isCommit = /^[0-9a-f]{40,64}$/

function goneFiles(directory: string): Gone[] {
  const likeness = ['--find-renames=40%', '--diff-filter=RD', '--name-status', '-z', '--relative']
  const now = git(directory, 'diff', ...likeness, 'HEAD', '--', '.') ?? ''
  const before = git(directory, 'log', `-${mostCommits}`, '--format=%H', ...likeness, '--', '.') ?? ''
  return [...changesIn(now, 'HEAD'), ...changesIn(before, '')]
}

/** Reads what git says of names: revisions, each with its changes. What a commit takes away, its parent had. */
function changesIn(text: string, revision: string): Gone[] {
  const words = text.split('\0').map((word) => word.trim())
  const found: Gone[] = []
  let last = revision
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (isCommit.test(word)) last = `${word}^`
    else if (word === 'D') found.push({ name: words[++at] ?? '', revision: last })
    else if (/^R\d+$/.test(word)) found.push({ name: words[++at] ?? '', newName: words[++at] ?? '', revision: last })
  }
  return found
}

/** The file that was changed last so that one of these texts stands in it no more, or less often. */
function fileThatSaid(directory: string, texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const asked = [`-S${text}`, '--diff-filter=M', '--name-only', '-z', '--relative']
    const now = git(directory, 'diff', ...asked, 'HEAD', '--', '*.md')
    const found = now || git(directory, 'log', '-1', '--format=', ...asked, '--', '*.md')
    const name = found?.split('\0').find((word) => word.trim())
    if (name) return name.trim()
  }
  return undefined
}

/** Nothing where there is no git, no repository or no such revision: then less is known. */
function git(directory: string, ...words: string[]): string | undefined {
  try {
    const options = { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 27, timeout: 10_000 } as const
    return execFileSync('git', words, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
