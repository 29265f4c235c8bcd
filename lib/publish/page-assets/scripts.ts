import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { build } from 'esbuild'
import { bundling } from '../../bundling'
import { makeRoom } from '../../cache-file.mjs'
import { assetPath, livePath } from '../../routes'
import { site } from '../../site'
import { words } from '../../words/words'
import { type Scripts, scriptsFile } from './script-manifest'

/** What pages need beside their views, made before Next runs: the bundled scripts and the site's colours. */
export const assetsDirectory = path.join(site.stageDirectory, 'assets')

const common = { bundle: true, minify: true, target: 'es2022', charset: 'utf8', legalComments: 'none' } as const

/**
 * Bundles `browser/`, the late styles and the fonts under names that carry a hash of their content. With `isAgain` those
 * of before stay beside them, for pages that are open.
 */
export async function bundleScripts({ live = false, isAgain = false } = {}): Promise<Scripts> {
  if (!isAgain) await rm(assetsDirectory, { recursive: true, force: true })
  await mkdir(assetsDirectory, { recursive: true })
  const scripts = await bundling((by) => bundleAll(by, live))
  makeRoom(scriptsFile)
  await writeFile(scriptsFile, JSON.stringify(scripts))
  return scripts
}

async function bundleAll(by: typeof build, live: boolean): Promise<Scripts> {
  const lateStyles = await bundle(by, 'app/late.css')
  const { copy, copied, copyByHand, linkCopied } = words
  const said = { copy, copied, copyByHand, linkCopied }
  const page = await bundle(by, 'browser/page.ts', { LATE_STYLES: lateStyles, WORDS: said })
  const inline = await by({
    ...common,
    entryPoints: ['browser/before-paint.ts'],
    format: 'iife',
    define: quoted({ LATE_STYLES: lateStyles }),
    write: false,
  })
  return {
    // As a constant, esbuild would take it for a module to bundle.
    beforePaint: (inline.outputFiles[0]?.text.trim() ?? '').replace('PAGE_SCRIPT', JSON.stringify(page)),
    lateStyles,
    ...(live ? { live: `${await bundle(by, 'browser/live.ts')}?news=${livePath()}` } : {}),
  }
}

/** Writes a bundle, and what it names, into the assets. Returns its address. */
async function bundle(by: typeof build, entry: string, constants: Record<string, unknown> = {}): Promise<string> {
  const { metafile } = await by({
    ...common,
    entryPoints: [entry],
    format: 'esm',
    define: quoted(constants),
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file' },
    outdir: assetsDirectory,
    metafile: true,
  })
  const [file] = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) => (entryPoint ? [file] : []))
  return assetPath(path.basename(file ?? ''))
}

const quoted = (constants: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]))
