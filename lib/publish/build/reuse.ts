import { createReader, type Reader } from '../../load/loaded-site'
import { currentRelease, type Manifest, readManifest } from '../release/manifest'
import { publishedSite } from '../release/published-site'
import { publishKept } from '../release/release'
import { type Compiled, compiledOf, type Rendering } from '../render/compiled'
import { type PageRenderer, startPageRenderer } from '../render/page-renderer'
import { sampleArticle } from '../render/samples'
import { writeView } from '../views/view-store'
import type { RebuildOptions } from './build-context'

/** What a build of changes starts from: the published release, and workers that are warming up or can be made to. */
export type Reusable = { current: string; manifest: Manifest; reader: Reader; startRenderer(): PageRenderer }

const unknown = 'nothing is known of what is published'

/** Opens what is published, to keep what has not changed of it; or says why nothing of it can be kept. */
export async function openReusable(
  options: RebuildOptions,
  fingerprint: string,
): Promise<Reusable | { reason: string }> {
  if (options.clean) return { reason: 'as asked' }
  if (options.plain) return { reason: 'pages are published as Next makes them' }
  const current = (await currentRelease()) ?? (await publishKept())
  if (current === undefined) return { reason: unknown }
  const reader = createReader({ ...options, published: publishedSite })
  // Most likely a post has changed: the sooner a worker begins, the better. Where none can, the first body will tell.
  const warm = reader.warm().catch(() => {})
  const [manifest, compiled] = await Promise.all([readManifest(current), compiledOf(fingerprint)])
  const found = rendering(fingerprint, manifest, compiled)
  if ('reason' in found) {
    await Promise.all([warm, reader.close()])
    return found
  }
  return { current, manifest: found.manifest, reader, startRenderer: () => startRenderer(fingerprint, found) }
}

function rendering(
  fingerprint: string,
  manifest: Manifest | undefined,
  compiled: Compiled | undefined,
): { manifest: Manifest; compiled: Rendering } | { reason: string } {
  if (!manifest) return { reason: unknown }
  if (manifest.fingerprint !== fingerprint) return { reason: 'the code, a package or a setting has changed' }
  if (compiled?.onlyByNext) return { reason: `only Next can render one of them (${compiled.reason})` }
  if (!compiled || manifest.onlyByNext) return { reason: 'the compiled code is not that of what is published' }
  return { manifest, compiled }
}

/** One worker is enough for a few pages. It warms up before it is known which. */
function startRenderer(
  fingerprint: string,
  { manifest: { styles }, compiled: { stylesheets } }: { manifest: Manifest; compiled: Rendering },
): PageRenderer {
  const sample = sampleArticle()
  writeView(sample)
  return startPageRenderer({ fingerprint, workers: 1, stylesheets, styles, warmUp: sample.path })
}
