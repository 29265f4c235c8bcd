import { codeFingerprint, codeStat } from '../../fingerprint/code'
import { type Inputs, readInputs } from '../../fingerprint/inputs'
import { cacheBuild, cachedBuild } from './build-cache'
import type { BuildOptions, Built } from './build-context'

/** Posts to `out/`: read, plan, render, finish, verify, swap. With an error nothing is published; the last good site stays. */
export async function buildSite({
  onProgress = () => {},
  onPlan = () => {},
  plain = false,
  compress = false,
  clean = false,
  codeStat: stamp = codeStat(),
}: BuildOptions = {}): Promise<Built> {
  const made = codeFingerprint({ plain, compress })
  const inputs = readInputs(made)
  const last = clean ? undefined : await cachedBuild(inputs)
  if (last) {
    onPlan('Nothing has changed since the last build.')
    return last
  }
  // Loaded when it is needed: that takes longer than to see that nothing has changed.
  const { ChangedPost, rebuild } = await import('./rebuild')
  const rebuildFrom = async (inputs: Inputs) => {
    const { fileStatAt } = inputs
    const built = await rebuild({ onProgress, onPlan, plain, compress, clean, fileStatAt, codeStat: stamp }, made)
    await cacheBuild(inputs, built)
    return built
  }
  try {
    return await rebuildFrom(inputs)
  } catch (error) {
    if (!(error instanceof ChangedPost)) throw error
    onPlan('A post was saved while it was being read. Everything is read again.')
    return rebuildFrom(readInputs(made))
  }
}
