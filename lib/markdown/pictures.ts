import type { Image, Parents, PhrasingContent } from 'mdast'
import type { Picture } from '../media/picture/pictures'
import { type Context, report } from './context'
import { editAddress, editToWords } from './edits'
import { finishedInline, inline } from './elements'
import type { Question } from './links'
import { pictureChildren } from './picture-markup'
import type { Resolution } from './rendered'
import { readAddress } from './urls'

/** Settles a picture at once, or returns what has to be asked about it. */
export function settlePicture(image: Image, parent: Parents, context: Context): Question | undefined {
  const address = readAddress(image.url)
  if (address.kind === 'web') return askForFetched(image, parent, context, address.url)
  if (address.kind !== 'own') return remove(image, parent, context)
  if (!image.alt?.trim()) reportMissingAlt(image, context)
  return {
    target: { kind: 'picture', url: address.path },
    answer: (resolution) => apply(resolution, image, parent, context),
  }
}

/** A reader's browser asks nobody but us: a picture from elsewhere is shown once it has been fetched. */
function askForFetched(image: Image, parent: Parents, context: Context, url: string): Question {
  return {
    target: { kind: 'picture', url, ...(image.alt ? { alt: image.alt } : {}) },
    answer(resolution) {
      if (!('src' in resolution)) return leaveOut(image, parent, context, url)
      if (!image.alt?.trim()) reportMissingAlt(image, context)
      show(resolution, image, parent, context)
    },
  }
}

function show(picture: Picture, image: Image, parent: Parents, context: Context): undefined {
  const isWide = image.url.endsWith('#wide')
  const { src, width, height, webp } = picture
  editAddress(context, image, src)
  if (webp)
    return replace(image, parent, finishedInline('picture', {}, pictureChildren(picture, image.alt ?? '', isWide)))
  image.url = src
  image.title = null
  image.data = { hProperties: { width, height, loading: 'lazy', decoding: 'async' } }
}

function apply(resolution: Resolution, image: Image, parent: Parents, context: Context): undefined {
  if ('src' in resolution) return show(resolution, image, parent, context)
  if ('asText' in resolution) {
    report(context, image, { severity: 'warning', rule: 'withheld-picture', message: resolution.warning })
  } else {
    const found =
      'missing' in resolution ? resolution : { message: 'This address is not a picture.', wayOut: undefined }
    report(context, image, { severity: 'error', rule: 'missing-picture', ...pick(found) })
  }
  editToWords(context, image)
  replace(image, parent, words(image))
}

const pick = ({ message, wayOut }: { message: string; wayOut?: string }) => ({ message, wayOut })

function leaveOut(image: Image, parent: Parents, context: Context, url: string): undefined {
  report(context, image, {
    severity: 'warning',
    rule: 'picture-not-fetched',
    message: 'This picture lies on another site and is not fetched yet: run  npm run images',
    wayOut: 'Until then a link to it is shown.',
  })
  if (parent.type === 'link') return replace(image, parent, words(image))
  if (parent.data?.hName === 'figure') parent.data.hProperties = { className: ['figure', 'absent'] }
  const name = image.alt?.trim() || url
  replace(image, parent, inline('a', { href: url, rel: ['external'] }, [{ type: 'text', value: name }]))
}

function remove(image: Image, parent: Parents, context: Context): undefined {
  report(context, image, {
    severity: 'warning',
    rule: 'unsafe-picture',
    message: 'This picture is not shown: its address is neither a file of ours nor https.',
    wayOut: 'Save it beside the post and write  ![…](./_pictures/name.png)',
  })
  editToWords(context, image)
  replace(image, parent, words(image))
}

const words = ({ alt }: Image): PhrasingContent => ({ type: 'text', value: alt ?? '' })

function replace(image: Image, parent: Parents, replacement: PhrasingContent): undefined {
  // Without its picture a figure is a paragraph again, unless a link stands in for the picture.
  if (parent.data?.hName === 'figure' && replacement.type === 'text') parent.data = {}
  const siblings = parent.children as PhrasingContent[]
  siblings[siblings.indexOf(image)] = replacement
}

function reportMissingAlt(image: Image, context: Context): void {
  report(context, image, {
    severity: 'warning',
    rule: 'missing-alt',
    message: 'This picture has no words for those who cannot see it.',
    wayOut: `Say what it shows:  ![A red lamp on a pole](${image.url})`,
  })
}
