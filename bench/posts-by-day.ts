import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The posts of a folder, the oldest first; those of one day by name. */
export function postsByDay(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /^[^_.].*\.md$/.test(name))
  const posts = names.sort().map((name) => ({ file: path.join(folder, name), day: dayOf(path.join(folder, name)) }))
  return posts.sort((a, b) => a.day - b.day).map(({ file }) => file)
}

/** The day of a post in milliseconds, as posts may have it: 2023-04-17, April 17, 2023 or 17 April 2023. */
export function dayOf(file: string): number {
  const written = /^date: *["']?([^"'\n]+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  return Date.parse(`${written.trim()} UTC`) || 0
}
