import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { authorCount, authorName, categories, corpusPost, instantOf, slugOf } from './corpus-post'
import { pick, words } from './corpus-words'

const hues = ['blue', 'green', 'red', 'violet']
const oneYear = 365 * 24 * 60 * 60 * 1000

/** Fills a folder with `count` posts, a profile for each author, and the categories. The same count gives the same bytes. */
export function writeCorpus(folder: string, count: number): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, '_site.yml'), settings)
  writeFileSync(path.join(folder, '_categories.yml'), categoriesFile())
  writeFileSync(path.join(folder, '_authors.yml'), authorsFile())
  for (let index = 0; index < count; index++) writeFileSync(fileOf(folder, index), corpusPost(index, count))
}

/** Writes the post that follows a corpus of `count`. */
export function addPost(folder: string, count: number): void {
  writeFileSync(fileOf(folder, count), corpusPost(count, count + 1))
}

/** The file of a post by its number: 0 is the oldest. */
export const fileOf = (folder: string, index: number) => path.join(folder, `${slugOf(index)}.md`)

/** An instant at which every post of a corpus is due, for `SITE_NOW`. */
export const corpusNow = (count: number) => new Date(instantOf(count) + oneYear).toISOString()

// No magazine of anybody's: with other words the numbers would be others.
const settings = `name: The Bench
tagline: Pages by the thousand
description: Articles that nobody reads.
language: en-GB
url: https://bench.example
timeZone: UTC
`

const categoriesFile = () =>
  categories
    .map((slug, index) => `- slug: ${slug}\n  name: ${slug}\n  description: Of ${slug}.\n  hue: ${hues[index]}\n`)
    .join('')

const authorsFile = () =>
  Array.from(
    { length: authorCount },
    (_, index) => `- name: ${authorName(index)}\n  bio: Writes about the ${pick(words.things, index)}.\n`,
  ).join('')
