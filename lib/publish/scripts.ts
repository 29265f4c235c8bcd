import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { assetPath, livePath } from '../routes'
import { site } from '../site'
import { type Scripts, scriptsFile } from './script-manifest'

/** What pages need beside their views, made before Next runs: the bundled scripts and the site's colours. */
export const assetsDirectory = path.join(site.stageDirectory, 'assets')

/** Bundles `browser/` and the fonts under names that carry a hash of their content. */
export async function bundleScripts({ live = false } = {}): Promise<Scripts> {
  await rm(assetsDirectory, { recursive: true, force: true })
  await mkdir(assetsDirectory, { recursive: true })
  const common = { bundle: true, minify: true, target: 'es2022', charset: 'utf8', legalComments: 'none' } as const
  const inline = await build({ ...common, entryPoints: ['browser/before-paint.ts'], format: 'iife', write: false })
  const page = await build({
    ...common,
    entryPoints: ['browser/page.ts', 'app/fonts/newsreader.css', ...(live ? ['browser/live.ts'] : [])],
    format: 'esm',
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file' },
    outdir: assetsDirectory,
    metafile: true,
  })
  const files = Object.keys(page.metafile.outputs).map((file) => path.basename(file))
  const addressOf = (name: string, ending = '.js') =>
    assetPath(files.find((file) => file.startsWith(`${name}.`) && file.endsWith(ending)) ?? '')
  const scripts = {
    beforePaint: inline.outputFiles[0]?.text.trim() ?? '',
    page: addressOf('page'),
    fonts: addressOf('newsreader', '.css'),
    ...(live ? { live: `${addressOf('live')}?news=${livePath()}` } : {}),
  }
  await writeFile(scriptsFile, JSON.stringify(scripts))
  return scripts
}
