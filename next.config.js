import { tsImport } from 'tsx/esm/api'

const { site } = await tsImport('./lib/site.ts', import.meta.url)

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  trailingSlash: true,
  // The export goes here; lib/publish makes a release of it.
  distDir: '.cache/export',
  basePath: site.basePath,
  // A constant id makes two builds of the same posts equal byte for byte.
  generateBuildId: () => 'sense-and-act',
  // Types are checked by `npm test`; a writer's build does not wait for that.
  typescript: { ignoreBuildErrors: true },
  experimental: { cpus: 2, prefetchInlining: false },
}
