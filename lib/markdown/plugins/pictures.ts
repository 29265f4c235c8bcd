import type { Image, Parents, PhrasingContent } from 'mdast'
import type { Picture } from '../../media/picture/pictures'
import { printable } from '../../printable'
import { type Context, report } from '../context'
import { editAddress, editToLink, editToWords } from '../edits'
import { finishedInline, inline } from '../elements'
import type { Resolution } from '../rendered'
import { readAddress } from '../urls'
import type { Question } from './links'
import { pictureChildren } from './picture-markup'

/** What has to be asked about a picture, and done then. The tree stays as it is until the answer. */
export function questionOfPicture(image: Image, parent: Parents, isInLink: boolean, context: Context): Question {
  const address = readAddress(image.url)
  if (address.kind === 'web') return askForFetched(image, parent, isInLink, context, address.url)
  if (address.kind !== 'own') return { answer: () => remove(image, parent, context) }
  return {
    target: { kind: 'picture', url: address.path },
    answer: (resolution) => {
      if (!image.alt?.trim()) reportMissingAlt(image, context)
      apply(resolution, image, parent, context)
    },
  }
}

/** A reader's browser asks nobody but us: a picture from elsewhere is shown once it has been fetched. */
function askForFetched(image: Image, parent: Parents, isInLink: boolean, context: Context, url: string): Question {
  return {
    target: { kind: 'picture', url, ...(image.alt ? { alt: image.alt } : {}) },
    answer(resolution) {
      if ('src' in resolution) {
        if (!image.alt?.trim()) reportMissingAlt(image, context)
        show(resolution, image, parent, context)
      } else {
        leaveOut(image, parent, isInLink, context, url)
      }
    },
  }
}

function show(picture: Picture, image: Image, parent: Parents, context: Context): void {
  const isWide = image.url.endsWith('#wide')
  const { src, width, height, webp } = picture
  editAddress(context, image, src)
  if (webp) {
    replace(image, parent, finishedInline('picture', {}, pictureChildren(picture, image.alt ?? '', isWide)))
  } else {
    image.url = src
    image.title = null
    image.data = { hProperties: { width, height, loading: 'lazy', decoding: 'async' } }
  }
}

function apply(resolution: Resolution, image: Image, parent: Parents, context: Context): void {
  if ('src' in resolution) {
    show(resolution, image, parent, context)
    return
  }
  if ('asText' in resolution) {
    report(context, image, { severity: 'warning', rule: 'withheld-picture', message: resolution.warning })
  } else {
    const message = 'missing' in resolution ? resolution.message : 'This address is not a picture.'
    const hint = ('missing' in resolution && resolution.hint) || beside
    report(context, image, { severity: 'error', rule: 'missing-picture', message, hint })
  }
  becomeWords(image, parent, context)
}

const beside = 'Save it beside the post and write  ![…](./_pictures/name.png)'

function leaveOut(image: Image, parent: Parents, isInLink: boolean, context: Context, url: string): void {
  report(context, image, {
    severity: 'warning',
    rule: 'picture-not-fetched',
    message: 'This picture lies on another site and is not fetched yet: run  npm run images',
    hint: `Until then ${isInLink ? 'its words are' : 'a link to it is'} shown.`,
  })
  // A link cannot hold another.
  if (isInLink) {
    becomeWords(image, parent, context)
    return
  }
  editToLink(context, image)
  if (parent.data?.hName === 'figure') parent.data.hProperties = { className: ['figure', 'absent'] }
  const name = image.alt?.trim() || url
  replace(image, parent, inline('a', { href: url, rel: ['external'] }, [{ type: 'text', value: name }]))
}

function remove(image: Image, parent: Parents, context: Context): void {
  report(context, image, {
    severity: 'warning',
    rule: 'unsafe-picture',
    message: 'This picture is not shown: its address is neither a file of ours nor https.',
    hint: beside,
  })
  becomeWords(image, parent, context)
}

function becomeWords(image: Image, parent: Parents, context: Context): void {
  editToWords(context, image)
  replace(image, parent, { type: 'text', value: image.alt ?? '' })
}

function replace(image: Image, parent: Parents, replacement: PhrasingContent): void {
  const siblings = parent.children as PhrasingContent[]
  siblings[siblings.indexOf(image)] = replacement
}

function reportMissingAlt(image: Image, context: Context): void {
  report(context, image, {
    severity: 'warning',
    rule: 'missing-alt',
    message: 'This picture has no words for those who cannot see it.',
    hint: `Say what it shows:  ![A red lamp on a pole](${printable(image.url)})`,
  })
}
