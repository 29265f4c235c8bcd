import path from 'node:path'
import { digestOf } from '../../digest'
import type { LoadedSite, Progress } from '../../load/loaded-site'
import { site } from '../../site'
import { keyOf, type PlannedFile } from '../plan/plan'
import type { Manifest } from '../release/manifest'
import { fileInRelease, type ReleaseFile } from '../release-file'
import type { PublishStep, Unpublished } from './publish-step'
import { createCollisions } from './step-collisions'
import { inStep } from './step-error'

/** A file that a step adds, and the name of the step. */
export type StepFile = PlannedFile & { step: string }

/** The published release: its folder, and what steps have added to it. */
export type Published = { current: string; manifest: Pick<Manifest, 'added'> }

type Run = {
  release: Omit<Unpublished, 'previous'>
  /** Every file that the release holds without the steps. */
  taken: Iterable<string>
  before?: Published
  onProgress: Progress
}

/** Runs each step. Returns what they add, by its path in the release; throws where two files have one place. */
export async function runSteps(steps: readonly PublishStep[], run: Run): Promise<Map<string, StepFile>> {
  const { release, taken, before, onProgress } = run
  const files = new Map<string, StepFile>()
  const collisions = createCollisions(release, taken)
  for (const [index, { name: step, run }] of steps.entries()) {
    onProgress(`Running the step "${step}"`, index, steps.length)
    const previous = before && { folder: before.current, files: filesBefore(step, before) }
    await inStep(step, async () => {
      for (const file of await run({ ...release, ...(previous ? { previous } : {}) })) {
        collisions.claim(file.path, step)
        files.set(fileInRelease(file.path), { step, file, key: keyOf(file) })
      }
    })
  }
  return files
}

const filesBefore = (step: string, { current, manifest }: Published): ReleaseFile[] =>
  Object.entries(manifest.added[step] ?? {}).map(([file, key]) => ({
    ...{ path: site.basePath + file, key, copyOf: path.join(current, file) },
  }))

/** Changes with what any step reads of the site besides its pages and files. */
export async function inputsOfSteps(steps: readonly PublishStep[], site: LoadedSite): Promise<string> {
  const inputs: string[] = []
  for (const { name, inputs: inputsOf } of steps) inputs.push(await inStep(name, () => inputsOf?.(site) ?? ''))
  return digestOf(inputs)
}
