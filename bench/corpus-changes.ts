import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { postsByDay } from './posts-by-day'

/** Changes a word in the middle of a post, in a line of plain prose. Returns whether there is one. */
export function editPost(file: string): boolean {
  const text = readFileSync(file, 'utf8')
  const fromMiddle = (at: number) => Math.abs(at - text.length / 2)
  const [at] = placesOfWords(text).sort((a, b) => fromMiddle(a) - fromMiddle(b))
  if (at !== undefined) writeFileSync(file, `${text.slice(0, at)}q${text.slice(at)}`)
  return at !== undefined
}

/** Where a word begins that stands between two others, in a line that marks nothing. */
function placesOfWords(text: string): number[] {
  const places: number[] = []
  let at = text.indexOf('\n---', 3) + 4
  let isCode = false
  for (const line of text.slice(at).split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode
    else if (!isCode && /^[A-Z][^[\]<>`*_|$\\]+$/.test(line))
      for (const { index } of line.matchAll(/(?<=[a-z] )[a-z]{4,}(?= [a-z])/g)) places.push(at + index)
    at += line.length + 1
  }
  return places
}

/**
 * Gives an author another name and another bio in the profile, and the name in each post that is theirs alone. Authors are
 * counted in the order of their oldest posts. Returns whether there is any.
 */
export function renameAuthor(folder: string, index: number): boolean {
  const posts = postsByDay(folder)
  const names = posts.flatMap((file) => /^author: *([A-Z][^[\n"']*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? [])
  const known = [...new Set(names)]
  const name = known[index % Math.max(1, known.length)]
  if (name === undefined) return false
  const renamed = `${name} Quill`
  const profiles = path.join(folder, '_authors.yml')
  if (existsSync(profiles)) {
    rewrite(profiles, `name: ${name}\n  bio: `, `name: ${renamed}\n  bio: Also `)
    rewrite(profiles, `name: ${name}\n`, `name: ${renamed}\n`)
  }
  for (const file of posts) rewrite(file, `\nauthor: ${name}\n`, `\nauthor: ${renamed}\n`)
  return true
}

/** Deletes a post that no other links to: the oldest such of the newer half, or else of all. Returns whether there is one. */
export function deletePost(folder: string): boolean {
  const posts = postsByDay(folder)
  const linked = new Set(posts.flatMap((file) => linksIn(readFileSync(file, 'utf8'))))
  const newerHalf = posts.slice(Math.floor(posts.length / 2))
  const file = [...newerHalf, ...posts].find((file) => !linked.has(nameOf(file)))
  if (file !== undefined) rmSync(file)
  return file !== undefined
}

const linksIn = (text: string) => [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, address = '']) => nameOf(address))

/** What `./08-a-valve.md` and `/articles/a-valve/` have in common. */
const nameOf = (address: string) => path.basename(address, '.md').replace(/^(?:\d{2,3}|\d{4}-\d{2}-\d{2})-/, '')

function rewrite(file: string, before: string, after: string): void {
  const text = readFileSync(file, 'utf8')
  if (text.includes(before)) writeFileSync(file, text.replace(before, after))
}
