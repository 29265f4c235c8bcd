import { realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'

const { root, others } = roots()
const experimental = { turbopackAdditionalRoots: others }

/** @returns {Promise<import('next').NextConfig>} */
const shared = async () => ({
  trailingSlash: true,
  turbopack: { root },
  experimental,
  basePath: await basePath(),
  // A constant id makes two builds of the same posts equal byte for byte.
  generateBuildId: () => 'sense-and-act',
  // Types are checked by `npm test`; a writer's build does not wait for that.
  typescript: { ignoreBuildErrors: true },
})

// The export goes where lib/publish makes a release of it; `dev` exports nothing and stays out of its way.
export default async (/** @type {string} */ phase) =>
  phase === PHASE_DEVELOPMENT_SERVER
    ? shared()
    : {
        ...(await shared()),
        output: 'export',
        distDir: '.cache/export',
        experimental: {
          ...experimental,
          // Samples are few, and each process that renders takes 100 MB.
          cpus: process.env.SITE_MARKUP === 'named' ? 1 : availableParallelism(),
          // Left in, each page would be written a second time, only to be removed.
          prefetchInlining: false,
        },
      }

/**
 * The names of classes follow from the root: were it the topmost folder with a lock file, as Next has it, they would be
 * others in each folder. Packages may lie elsewhere, behind a link, which may lead to another root, but to none around this.
 */
function roots() {
  const project = import.meta.dirname
  const packages = path.dirname(realpathSync(path.join(project, 'node_modules')))
  if (packages === project) return { root: project, others: {} }
  const isAround = !path.relative(packages, project).startsWith('..')
  return isAround ? { root: packages, others: {} } : { root: project, others: { packages: { path: packages } } }
}

// A build says it; whoever starts Next by hand has it read from the settings, which takes longer.
async function basePath() {
  const said = process.env.SITE_BASE_PATH
  if (said !== undefined) return said
  const { tsImport } = await import('tsx/esm/api')
  return (await tsImport('./lib/site.ts', import.meta.url)).site.basePath
}
