import type { Plugin } from 'esbuild'
import { bundling } from '../../bundling'
import { sourceFiles } from '../../fingerprint/source-files.mjs'
import { isAside } from '../../fingerprint/watched'

/** Throws where a page is made of a file that no build looks at: a change of it would be published too late, or never. */
export async function refuseAside(): Promise<void> {
  for (const [file, { imports }] of Object.entries(await importsOfPages()))
    for (const { path } of imports)
      if (isAside(path))
        throw new Error(`${file} imports ${path}, and builds do not look there. Move it, for instance beside ${file}.`)
}

const code = /\.(?:[cm]?[jt]sx?|css|json)$/

async function importsOfPages() {
  const entryPoints = sourceFiles(['app']).filter((file) => code.test(file))
  const { metafile } = await bundling((build) =>
    build({
      ...{ entryPoints, bundle: true, write: false, metafile: true, outdir: '.', logLevel: 'silent', jsx: 'automatic' },
      ...{ platform: 'node', format: 'esm', plugins: [oursAlone] },
    }),
  )
  return metafile.inputs
}

const seen = Symbol('seen')

/** Packages are not gone into, nor is what Next alone has a way to find; pictures, fonts and their like import nothing. */
const oursAlone: Plugin = {
  name: 'ours-alone',
  setup({ resolve, onResolve, onLoad }) {
    onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === seen) return undefined
      const found = await resolve(path, { ...from, pluginData: seen })
      const isOurs = found.errors.length === 0 && !found.path.includes('/node_modules/')
      return isOurs ? found : { path, external: true }
    })
    onLoad({ filter: /./ }, ({ path }) => (code.test(path) ? undefined : { contents: '', loader: 'empty' }))
  },
}
