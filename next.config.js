import { realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from 'next/constants.js'

const { root, others } = roots()
const experimental = { turbopackAdditionalRoots: others }

/** @type {import('next').NextConfig} */
const shared = {
  trailingSlash: true,
  turbopack: { root },
  experimental,
  basePath: process.env.SITE_BASE_PATH,
  // A constant id makes two builds of the same posts equal byte for byte.
  generateBuildId: () => 'sense-and-act',
  // Types are checked by `npm test`; a writer's build does not wait for that.
  typescript: { ignoreBuildErrors: true },
}

const commands = new Map([
  [PHASE_PRODUCTION_BUILD, 'npm run build'],
  [PHASE_DEVELOPMENT_SERVER, 'npm run dev'],
  [PHASE_PRODUCTION_SERVER, 'npm start'],
])

// The export goes where lib/publish makes a release of it; `dev` exports nothing and stays out of its way.
export default (/** @type {string} */ phase) => {
  refuseByHand(phase)
  if (phase === PHASE_DEVELOPMENT_SERVER) return shared
  return {
    ...shared,
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
}

/** By itself Next would publish pages of nothing: posts and settings are read before it runs. */
function refuseByHand(/** @type {string} */ phase) {
  const instead = commands.get(phase)
  // To write types it needs no posts.
  if (process.env.SITE_SETTINGS || !instead || process.argv.includes('typegen')) return
  console.error(`Next alone does not make this site. Run:  ${instead}`)
  process.exit(1)
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
