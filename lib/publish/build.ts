import type { Withheld } from '../content/article'
import type { Problem } from '../content/problem'
import type { Progress } from './edition'
import { type Inputs, inputsOf } from './inputs'
import type { Job, Published } from './job'
import { lastBuild, noteBuild } from './last-build'
import { codeStamp, madeWith } from './made-with'

/** What a build did. Without `published` it left everything as it was. */
export type Built = {
  problems: Problem[]
  withheld: Withheld[]
  posts: number
  published?: Published
}

export type BuildOptions = {
  onProgress?: Progress
  /** Told what will be done and why, in a sentence. */
  onPlan?: Job['onPlan']
  /** Publishes the pages as Next made them, for the day on which Next's inside has changed. */
  plain?: boolean
  /** Puts `.br` and `.gz` beside each text, for servers that look for them. */
  compress?: boolean
  /** Forgets what earlier builds have made. */
  clean?: boolean
}

/** Posts to `out/`: read, plan, render, finish, verify, swap. With an error nothing is published; the last good site stays. */
export async function buildSite({
  onProgress = () => {},
  onPlan = () => {},
  plain = false,
  compress = false,
  clean = false,
}: BuildOptions = {}): Promise<Built> {
  const stamp = codeStamp()
  const made = madeWith({ plain, compress })
  const inputs = inputsOf(made)
  const last = clean ? undefined : await lastBuild(inputs)
  if (last) {
    onPlan('Nothing has changed since the last build.')
    return last
  }
  // Loaded when it is needed: that takes longer than to see that nothing has changed.
  const { ChangedPost, rebuild } = await import('./rebuild')
  const rebuildFrom = async (inputs: Inputs) => {
    const { stampAt } = inputs
    const built = await rebuild({ onProgress, onPlan, plain, compress, clean, stampAt, codeStamp: stamp }, made)
    await noteBuild(inputs, built)
    return built
  }
  try {
    return await rebuildFrom(inputs)
  } catch (error) {
    if (!(error instanceof ChangedPost)) throw error
    onPlan('A post was saved while it was being read. Everything is read again.')
    return rebuildFrom(inputsOf(made))
  }
}
