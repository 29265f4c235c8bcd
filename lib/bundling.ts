import type { build } from 'esbuild'

let underWay = 0

/** Lets esbuild bundle, and ends its process afterwards: that takes up to 130 MB, and would stay for as long as ours. */
export async function bundling<Result>(bundle: (by: typeof build) => Promise<Result>): Promise<Result> {
  underWay++
  // Loaded when it is needed: most of the time all is bundled already.
  const esbuild = await import('esbuild')
  try {
    return await bundle(esbuild.build)
  } finally {
    underWay--
    if (underWay === 0) await esbuild.stop()
  }
}
