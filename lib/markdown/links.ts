import { closest } from 'fastest-levenshtein'
import type { Link, Parents, PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { placeAt } from '../content/source'
import { type Context, report, spanOf } from './context'
import { editAddress, editOut, editToWords } from './edits'
import type { Resolution, Target } from './rendered'
import { idPrefix } from './rendered'
import { readAddress } from './urls'

/** A target of ours, and what to do once it is known. */
export type Question = { target: Target; answer(resolution: Resolution): void }

/** Settles a link at once, or returns what has to be asked about it. */
export function settleLink(link: Link, parent: Parents, context: Context): Question | undefined {
  const address = readAddress(link.url)
  nameEmptyLink(link, context)
  switch (address.kind) {
    case 'web':
    case 'insecure':
      link.url = address.url
      link.data = { hProperties: { rel: ['external'] } }
      return
    case 'mail':
      link.url = address.url
      return
    case 'here':
      return linkInside(link, address.fragment, context)
    case 'own':
      return {
        target: { kind: 'link', url: address.path },
        answer: (resolution) => apply(resolution, link, address.fragment, parent, context),
      }
    case 'empty':
      warn(context, link, 'empty-link', 'This link leads nowhere.', 'Write its address between the parentheses.')
      return unwrap(link, parent, context)
    case 'unsafe':
      warn(context, link, 'unsafe-link', 'This address is not linked.', 'Use https://…, mailto:… or a path of ours.')
      return unwrap(link, parent, context)
  }
}

/** A link without words cannot be read out, so its address is shown. */
function nameEmptyLink(link: Link, context: Context): void {
  const holdsPicture = link.children.some(({ type }) => type === 'image' || type === 'emphasis')
  if (holdsPicture || textOf(link).trim() !== '') return
  link.children = [{ type: 'text', value: link.url }]
  warn(context, link, 'empty-link', 'This link has no words.', 'Write them between the square brackets.')
}

function linkInside(link: Link, fragment: string, context: Context): undefined {
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
    wayOut: near && `Write (#${near}).`,
  })
}

function apply(resolution: Resolution, link: Link, fragment: string, parent: Parents, context: Context): void {
  if ('asText' in resolution) {
    warn(context, link, 'withheld-link', resolution.warning)
    // Where the address stands in for words, it is withheld too.
    if (textOf(link) === link.url) link.children = []
    unwrap(link, parent, context)
  } else if ('missing' in resolution) {
    const { message, wayOut } = resolution
    report(context, link, { severity: 'error', rule: 'broken-link', message, wayOut })
    unwrap(link, parent, context)
  } else {
    const url = ('href' in resolution ? resolution.href : resolution.src).split('#', 1)[0] ?? ''
    link.url = fragment ? `${url}#${idPrefix}${fragment}` : url
    editAddress(context, link, link.url)
    if (!fragment) return
    const { offset, length } = spanOf(link)
    context.links.push({ url, fragment, ...placeAt(context.source, offset), length })
  }
}

/** Leaves the words and takes the link away. */
function unwrap(link: Link, parent: Parents, context: Context): undefined {
  if (link.children.length > 0) editToWords(context, link)
  else editOut(context, link)
  const siblings = parent.children as PhrasingContent[]
  siblings.splice(siblings.indexOf(link), 1, ...link.children)
}

function warn(context: Context, link: Link, rule: string, message: string, wayOut?: string): void {
  report(context, link, { severity: 'warning', rule, message, wayOut })
}
