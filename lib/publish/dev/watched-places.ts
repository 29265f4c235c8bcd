import path from 'node:path'
import { borrowed } from '../../content/configs'
import { site } from '../../site'

/** What the site is read from, each time anew. */
export function contentPlaces(): string[] {
  const { postsDirectory, fallbackDirectory } = site
  const elsewhere = postsDirectory === fallbackDirectory ? [] : borrowed
  return [postsDirectory, ...elsewhere.map((name) => path.join(fallbackDirectory, name)), 'public']
}

/** What scripts and late styles are bundled from, each time anew. */
export const bundledCode = ['browser', 'app/late.css', 'app/fonts']

/** What this process and its workers have loaded, for good, and variables. Of `app/` and `components/` Next sees every change itself. */
export const loadedCode = [
  ...['cli', 'lib', 'package-lock.json'],
  ...['.env', '.env.local', '.env.development', '.env.development.local'],
]
