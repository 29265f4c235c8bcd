import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import matter from 'gray-matter'

const directory = process.env.POSTS_DIR ?? 'posts'

export const slugs = () =>
  readdirSync(directory).flatMap((name) => (/^[^_].*\.md$/.test(name) ? [name.replace(/\.md$/, '')] : []))

export const readPost = (slug: string) => matter(readFileSync(path.join(directory, `${slug}.md`), 'utf8'), {})
