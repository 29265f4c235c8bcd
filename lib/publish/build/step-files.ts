import path from 'node:path'
import { compressedEndings } from '../host/compress'
import type { Manifest } from '../release/manifest'
import { bringUpToDate, filesOfSteps } from '../release/partial-release'
import { writeReleaseFile } from '../release/release'
import { beforePublish } from '../steps/before-publish'
import type { Unpublished } from '../steps/publish-step'
import { inputsOfSteps, type Published, runSteps, type StepFile } from '../steps/run-steps'
import { inStep } from '../steps/step-error'
import type { BuildContext } from './build-context'
import { makeFiles } from './made-files'

type Release = Pick<Unpublished, 'folder' | 'changed' | 'gone'> & {
  /** Every file that it holds without the steps. */
  taken(): ReadonlySet<string>
  /** What is published, where its files are kept. */
  before?: Published
}

/** What steps have added to a release, as its manifest says it; what of that is new, and what is no more. */
export type StepFiles = { record: Pick<Manifest, 'added' | 'stepInputs'>; fresh: string[]; gone: string[] }

/** Runs the steps before publishing, and has a folder that holds the files they added before hold those of today. */
export async function addStepFiles(context: BuildContext, { taken, before, ...release }: Release): Promise<StepFiles> {
  const { loaded: site, plan } = context
  const stepInputs = await inputsOfSteps(beforePublish, site)
  if (!beforePublish.length) return { record: { added: {}, stepInputs }, fresh: [], gone: [] }
  const others = taken()
  const { onProgress } = context
  const files = await runSteps(beforePublish, {
    ...{ taken: others, before, onProgress },
    release: { ...release, site, plan },
  })
  const known = filesOfSteps(before?.manifest.added ?? {})
  const fresh = [...files].filter(([name, { key }]) => known.get(name) !== key)
  const gone = [...known.keys()].filter((name) => !files.has(name) && !others.has(name))
  const change = { fresh: new Set(fresh.map(([name]) => name)), gone: new Set(gone) }
  if (before) {
    const endings = context.compress ? compressedEndings : []
    const { current } = before
    bringUpToDate(
      { folder: release.folder, differs: [] },
      { ...change, current, files: new Set(files.keys()), endings },
    )
  }
  await writeStepFiles(new Map(fresh), release.folder, context)
  return { record: { added: recordOf(files), stepInputs }, fresh: [...change.fresh], gone }
}

async function writeStepFiles(
  files: ReadonlyMap<string, StepFile>,
  folder: string,
  { onProgress }: BuildContext,
): Promise<void> {
  for (const { name } of beforePublish) {
    const own = [...files].filter(([, { step }]) => step === name)
    await inStep(name, async () => {
      await makeFiles(
        own.map(([, { file }]) => file),
        (_, done, total) => onProgress(`Making files of the step "${name}"`, done, total),
      )
      for (const [place, { file }] of own) writeReleaseFile(file, path.join(folder, place))
    })
  }
}

function recordOf(files: ReadonlyMap<string, StepFile>): Manifest['added'] {
  const keysOf = (name: string) => [...files].flatMap(([file, { step, key }]) => (step === name ? [[file, key]] : []))
  return Object.fromEntries(beforePublish.map(({ name }) => [name, Object.fromEntries(keysOf(name))]))
}
