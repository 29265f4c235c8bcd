import path from 'node:path'
import { answerLost } from './answer-lost'
import type { BenchPosts } from './bench-posts'
import { deletePost, editPost, renameAuthor } from './corpus-changes'
import { measuredRun, middleRun, type Run } from './measured-run'
import { type OutputSize, outputSize } from './output-size'
import { postsByDay } from './posts-by-day'
import { changeCode, clearBuilds, copyProject } from './project-copy'

/** What is timed, by the name under which it is printed, in this order. */
export const ownSteps = {
  first: 'first build, cards made',
  cold: 'cold build',
  bodies: 'cold build, bodies cached',
  none: 'no change',
  settle: 'first edit after a full build',
  edit: 'one edit',
  post: 'one new post',
  rename: 'one author renamed',
  deleted: 'one post deleted',
} as const
export type OwnStep = keyof typeof ownSteps
export const ownStepNames = Object.keys(ownSteps) as OwnStep[]

export type Built = Run & OutputSize
/** A change that the posts do not allow, as those of somebody's own may not, is missing. */
export type OwnBuilds = Record<'first' | 'cold' | 'bodies', Built> & Partial<Record<OwnStep, Built>> & { cards: number }

const times = [1, 2, 3]

/**
 * Builds the posts of a folder in a working copy of the project, again and again, and changes the posts between. What takes
 * little is done three times with other articles, and the run in the middle stands for them.
 */
export async function ownBuilds(
  folder: string,
  posts: string,
  { add }: BenchPosts,
  onStep: (words: string) => void,
): Promise<OwnBuilds> {
  await copyProject(folder)
  const environment = { POSTS_DIR: posts, SITE_URL: 'https://example.org' }
  const words = ['cli/run.mjs', 'build']
  const build = async () => {
    const run = await measuredRun({ program: process.execPath, words, folder, environment })
    return { ...run, ...outputSize(path.join(folder, 'out')) }
  }
  const once = (step: OwnStep) => {
    onStep(ownSteps[step])
    return build()
  }
  /** Nothing where the posts do not allow the change so often. */
  const thrice = async (step: OwnStep, change: (time: number) => boolean): Promise<Partial<Record<OwnStep, Built>>> => {
    const all: Built[] = []
    for (const time of times) {
      onStep(`${ownSteps[step]}, ${time} of ${times.length}`)
      if (!change(time)) return {}
      all.push(await build())
    }
    return { [step]: middleRun(all) }
  }
  const first = await once('first')
  const cards = outputSize(path.join(folder, '.cache', 'cards')).files
  await clearBuilds(folder, ['.cache/cards', '.cache/pictures'])
  const cold = await once('cold')
  await changeCode(folder)
  const bodies = await once('bodies')
  const none = await thrice('none', () => true)
  const files = postsByDay(posts)
  const editFrom = (share: number) => files.slice(Math.floor(files.length * share)).some(editPost)
  const settle = editFrom(0) ? { settle: await once('settle') } : {}
  const edit = await thrice('edit', (time) => editFrom(time / 4))
  const post = await thrice('post', (time) => add(posts, time - 1))
  const answered = (isDone: boolean) => {
    if (isDone) answerLost(folder, posts, environment)
    return isDone
  }
  const rename = await thrice('rename', (time) => answered(renameAuthor(posts, time)))
  const deleted = await thrice('deleted', () => answered(deletePost(posts)))
  return { first, cold, bodies, ...none, ...settle, ...edit, ...post, ...rename, ...deleted, cards }
}
