import type { Resolution, Target } from '../markdown/rendered'
import type { Pictures } from '../media/picture/pictures'
import type { PublicFolder } from '../public-folder'
import { site } from '../site'
import { resolvePicture } from './resolve-image'

type TargetFinders = { links: (url: string) => Resolution; publicFolder: PublicFolder; pictures: Pictures }

/** Where a link or a picture of a body leads: to a page, a picture, or a file that is published as it is. */
export function resolveTarget(
  target: Target,
  file: string,
  { links, publicFolder, pictures }: TargetFinders,
): Resolution | Promise<Resolution> {
  const { url } = target
  if (target.kind === 'picture') return resolvePicture(url, { file, alt: target.alt }, pictures)
  const found = links(url)
  if (!('missing' in found)) return found
  // No page of ours, but perhaps a file that is published as it is, or the picture itself.
  if (url.startsWith('/') && publicFolder.find(url)) return { href: `${site.basePath}${url}` }
  const whole = pictures.whole(url)
  return whole
    ? whole.then(
        (href) => ({ href }),
        () => found,
      )
    : found
}
