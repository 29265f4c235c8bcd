import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileOf } from './corpus'
import { authorName, corpusPost } from './corpus-post'

/** Changes a word in the middle of the body of a post. */
export function editPost(folder: string, index: number): void {
  const file = fileOf(folder, index)
  const text = readFileSync(file, 'utf8')
  const at = text.lastIndexOf('notices', text.length / 2)
  writeFileSync(file, `${text.slice(0, at)}sees${text.slice(at + 'notices'.length)}`)
}

/** Writes the post that follows a corpus of `count`. */
export function addPost(folder: string, count: number): void {
  writeFileSync(fileOf(folder, count), corpusPost(count, count + 1))
}

/** Gives an author another name and another bio in the profile, and the name in each of their posts. */
export function renameAuthor(folder: string, index: number): void {
  const name = authorName(index)
  const renamed = `${name} Quill`
  const profiles = path.join(folder, '_authors.yml')
  const before = `- name: ${name}\n  bio: Writes about`
  rewrite(profiles, before, `- name: ${renamed}\n  bio: Has written for years about`)
  for (const file of postsIn(folder)) rewrite(file, `\nauthor: ${name}\n`, `\nauthor: ${renamed}\n`)
}

/** Deletes a post that no other links to: the oldest such of the newer half. */
export function deletePost(folder: string, count: number): void {
  const linked = new Set(postsIn(folder).flatMap((file) => linksIn(readFileSync(file, 'utf8'))))
  const newerHalf = Array.from({ length: Math.ceil(count / 2) }, (_, index) =>
    fileOf(folder, count - 1 - index),
  ).reverse()
  const file = newerHalf.find((file) => existsSync(file) && !linked.has(path.basename(file)))
  if (file === undefined) throw new Error('Every post is linked to from another one, so none can be deleted')
  rmSync(file)
}

const linksIn = (text: string) => [...text.matchAll(/\]\(\.\/([\w-]+\.md)\)/g)].map(([, name]) => name)

const postsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name))

function rewrite(file: string, before: string, after: string): void {
  const text = readFileSync(file, 'utf8')
  if (text.includes(before)) writeFileSync(file, text.replace(before, after))
}
