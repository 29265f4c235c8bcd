import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'
import { tsImport } from 'tsx/esm/api'

const { site } = await tsImport('./lib/site.ts', import.meta.url)

/** @type {import('next').NextConfig} */
const shared = {
  trailingSlash: true,
  basePath: site.basePath,
  // A constant id makes two builds of the same posts equal byte for byte.
  generateBuildId: () => 'sense-and-act',
  // Types are checked by `npm test`; a writer's build does not wait for that.
  typescript: { ignoreBuildErrors: true },
}

// The export goes where lib/publish makes a release of it; `dev` exports nothing and stays out of its way.
export default (/** @type {string} */ phase) =>
  phase === PHASE_DEVELOPMENT_SERVER
    ? shared
    : {
        ...shared,
        output: 'export',
        distDir: '.cache/export',
        experimental: { cpus: 2, prefetchInlining: false },
      }
