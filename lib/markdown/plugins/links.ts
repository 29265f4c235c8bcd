import { closest } from 'fastest-levenshtein'
import type { Link, Parents, PhrasingContent } from 'mdast'
import { linePart, placeAt } from '../../source'
import { type Context, report, spanOf } from '../context'
import { editAddress, editOut, editToWords } from '../edits'
import type { Resolution, Target } from '../rendered'
import { idPrefix } from '../rendered'
import { textOf } from '../text'
import { type Address, readAddress } from '../urls'
import { nodesOf } from '../walk'

/** What settles a link or a picture, and the target that it has to know for that. */
export type Question = { target?: Target; answer(resolution: Resolution): void }

/** What has to be asked about a link, and done then. The tree stays as it is until the answer. */
export function questionOfLink(link: Link, parent: Parents, context: Context): Question {
  const address = readAddress(link.url)
  if (address.kind === 'own')
    return {
      target: { kind: 'link', url: address.path },
      answer: (resolution) => {
        nameEmptyLink(link, context)
        apply(resolution, link, address.fragment, parent, context)
      },
    }
  return { answer: () => settleLink(link, address, parent, context) }
}

function settleLink(link: Link, address: Exclude<Address, { kind: 'own' }>, parent: Parents, context: Context): void {
  nameEmptyLink(link, context)
  switch (address.kind) {
    case 'web':
    case 'insecure':
      link.data = { hProperties: { rel: ['external'] } }
      linkOut(link, address.url, context)
      break
    case 'mail':
      linkOut(link, address.url, context)
      break
    case 'here':
      linkInside(link, address.fragment, context)
      break
    case 'empty':
      warn(context, link, 'empty-link', 'This link leads nowhere.', 'Write its address between the parentheses.')
      unwrap(link, parent, context)
      break
    case 'unsafe':
      warn(context, link, 'unsafe-link', 'This address is not linked.', 'Use https://…, mailto:… or a path of ours.')
      unwrap(link, parent, context)
  }
}

/** A link without words cannot be read out, so its address is shown. */
function nameEmptyLink(link: Link, context: Context): void {
  const holdsPicture = [...nodesOf(link, 'image'), ...nodesOf(link, 'emphasis')].length > 0
  if (holdsPicture || textOf(link).trim() !== '') return
  link.children = [{ type: 'text', value: link.url }]
  warn(context, link, 'empty-link', 'This link has no words.', 'Write them between the square brackets.')
}

function linkOut(link: Link, url: string, context: Context): void {
  if (url !== link.url) editAddress(context, link, url)
  link.url = url
}

function linkInside(link: Link, fragment: string, context: Context): void {
  if (fragment === '' || fragment === 'top') {
    link.url = '#top'
    editAddress(context, link, link.url)
    return
  }
  const anchor = context.anchors.find((known) => known === fragment || known === fragment.toLowerCase())
  link.url = `#${idPrefix}${anchor ?? fragment}`
  editAddress(context, link, link.url)
  if (anchor !== undefined) return
  const near = context.anchors.length > 0 ? closest(fragment, context.anchors) : undefined
  report(context, link, {
    severity: 'error',
    rule: 'unknown-anchor',
    message: `No heading of this article has the anchor "#${fragment}"${near ? `: did you mean "#${near}"?` : '.'}`,
    hint: near && `Write (#${near}).`,
  })
}

function apply(resolution: Resolution, link: Link, fragment: string, parent: Parents, context: Context): void {
  if ('asText' in resolution) {
    warn(context, link, 'withheld-link', resolution.warning)
    // Where the address stands in for words, it is withheld too.
    if (textOf(link) === link.url) link.children = []
    unwrap(link, parent, context)
  } else if ('missing' in resolution) {
    const { message, hint } = resolution
    report(context, link, { severity: 'error', rule: 'broken-link', message, hint })
    unwrap(link, parent, context)
  } else {
    const url = ('href' in resolution ? resolution.href : resolution.src).split('#', 1)[0] ?? ''
    link.url = fragment ? `${url}#${idPrefix}${fragment}` : url
    editAddress(context, link, link.url)
    if (!fragment) return
    const { offset, length } = spanOf(link)
    const place = placeAt(context.source, offset)
    const part = linePart(context.source, place.line, place.column)
    context.links.push({ url, fragment, ...place, excerpt: { ...part, length } })
  }
}

/** Leaves the words and takes the link away. */
function unwrap(link: Link, parent: Parents, context: Context): void {
  if (link.children.length > 0) editToWords(context, link)
  else editOut(context, link)
  const siblings = parent.children as PhrasingContent[]
  siblings.splice(siblings.indexOf(link), 1, ...link.children)
}

function warn(context: Context, link: Link, rule: string, message: string, hint?: string): void {
  report(context, link, { severity: 'warning', rule, message, hint })
}
