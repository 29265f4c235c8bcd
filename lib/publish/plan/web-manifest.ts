import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { writeCacheFile } from '../../cache-file.mjs'
import { loadSharp } from '../../media/sharp'
import { readPublicFolder } from '../../public-folder'
import { frontPath, iconPath, manifestPath } from '../../routes'
import { colours, site } from '../../site'
import type { ReleaseFile } from '../release-file'

/** Icons for home screens, drawn from `public/favicon.svg`. A maskable one is cut round by the system, so it shows more margin. */
const icons = [
  { name: 'icon-192.png', size: 192, purpose: 'any' },
  { name: 'icon-512.png', size: 512, purpose: 'any' },
  { name: 'icon-maskable.png', size: 512, purpose: 'maskable' },
]

/** The web app manifest, and the icons it names: none where there is no mark to draw them from. */
export function webManifest(): ReleaseFile[] {
  const mark = readPublicFolder().find('/favicon.svg')
  const files = mark ? iconsOf(readFileSync(mark.file, 'utf8')) : []
  return [{ path: manifestPath(), text: () => manifestText(files.length ? icons : []) }, ...files]
}

function iconsOf(mark: string): ReleaseFile[] {
  const hash = createHash('sha256').update(mark).digest('hex').slice(0, 12)
  return icons.map(({ name, size, purpose }) => {
    const copyOf = path.resolve('.cache/icons', `${hash}-${name}`)
    const drawing = purpose === 'maskable' ? mark.replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"') : mark
    return { path: iconPath(name), copyOf, make: () => makeIcon(drawing, size, copyOf) }
  })
}

function manifestText(shown: typeof icons): string {
  const manifest = {
    id: frontPath(),
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    start_url: frontPath(),
    scope: frontPath(),
    // A magazine wants the browser around it: its address, its back button, its tabs.
    display: 'browser',
    background_color: colours.paper[0],
    theme_color: colours.paper[0],
    icons: shown.map(({ name, size, purpose }) => ({
      ...{ src: iconPath(name), sizes: `${size}x${size}`, type: 'image/png', purpose },
    })),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

async function makeIcon(svg: string, size: number, file: string): Promise<void> {
  const sharp = await loadSharp()
  const png = await sharp(Buffer.from(svg), { density: 72 * (size / 32) })
    .resize(size, size)
    .png({ palette: true })
    .toBuffer()
  writeCacheFile(file, png)
}
