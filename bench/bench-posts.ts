import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { addPost, writeCorpus } from './corpus'
import { dayOf, postsByDay } from './posts-by-day'

/** The posts that are built and changed. */
export type BenchPosts = {
  count: number
  /** Lays them out in a folder, whatever is there. */
  write(folder: string): void
  /** Adds one more that is due. The first time is 0. Returns whether that could be done. */
  add(folder: string, time: number): boolean
}

export const corpusOf = (count: number): BenchPosts => ({
  count,
  write: (folder) => writeCorpus(folder, count),
  add(folder, time) {
    addPost(folder, count + time)
    return true
  },
})

/** Those of a folder, which stays as it is: a copy is built, and a new post is a copy of its newest. */
export function postsOf(source: string, now = process.env.SITE_NOW ?? new Date().toISOString()): BenchPosts {
  // Of these, a copy would claim what is taken.
  const claims = /^(?:slug|aliases|translationOf|draft):/m
  return {
    count: postsByDay(source).length,
    write(folder) {
      rmSync(folder, { recursive: true, force: true })
      cpSync(source, folder, { recursive: true })
    },
    add(folder, time) {
      const newest = postsByDay(folder).findLast(
        (file) => dayOf(file) <= Date.parse(now) && !claims.test(readFileSync(file, 'utf8')),
      )
      if (newest === undefined) return false
      const copy = newest.replace(/\.md$/, `-once-more-${time}.md`)
      if (!existsSync(copy)) writeFileSync(copy, readFileSync(newest, 'utf8'))
      return true
    },
  }
}
