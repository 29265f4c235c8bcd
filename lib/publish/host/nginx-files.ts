import { mkdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { site } from '../../site'
import { earlierDirectory } from '../release/earlier-assets'
import { nginxConfiguration } from './nginx'

const out = path.resolve('out')
const releases = path.resolve('.releases')

/**
 * Writes `.releases/nginx.conf`. It names folders of this machine, and so stands outside of the site that is copied to
 * others.
 */
export async function writeNginxConfiguration(): Promise<void> {
  await mkdir(releases, { recursive: true })
  const file = path.join(releases, 'nginx.conf')
  await writeFile(
    `${file}.next`,
    nginxConfiguration({ root: await rootWithSite(), earlier: earlierDirectory, release: out }),
  )
  await rename(`${file}.next`, file)
}

/** A folder in which the site lies at the path it is served under: nginx then finds files by their whole address. */
async function rootWithSite(): Promise<string> {
  if (!site.basePath) return out
  const root = path.join(releases, 'root')
  const place = path.join(root, decodeURI(site.basePath))
  const target = path.relative(path.dirname(place), out)
  if ((await readlink(place).catch(() => undefined)) === target) return root
  // Whatever lies here is of another address the site once had.
  await rm(root, { recursive: true, force: true })
  await mkdir(path.dirname(place), { recursive: true })
  await symlink(target, place)
  return root
}
