import type { Image, Link, Parents, Root } from 'mdast'
import type { Context } from '../context'
import { editOutUnused } from '../edits'
import { nodesOf, walk } from '../walk'
import { dropEmptyFigures } from './figures'
import { questionOfLink } from './links'
import { questionOfPicture } from './pictures'

/** Gives pictures and links their final addresses; everything about our own is asked in one call. */
export async function settleTargets(tree: Root, context: Context): Promise<void> {
  const pictures: { node: Image; parent: Parents }[] = []
  const links: { node: Link; parent: Parents }[] = []
  const inLinks = new Set<Image>()
  walk(tree, (node, _, parent) => {
    if (node.type === 'image') pictures.push({ node, parent })
    if (node.type === 'link') {
      links.push({ node, parent })
      for (const image of nodesOf(node, 'image')) inLinks.add(image)
    }
    return undefined
  })
  // Answered in this order: a link that falls away hands its pictures to another parent, so they are in their final form by then.
  const questions = [
    ...pictures.map(({ node, parent }) => questionOfPicture(node, parent, inLinks.has(node), context)),
    ...links.map(({ node, parent }) => questionOfLink(node, parent, context)),
  ]
  const targets = questions.flatMap(({ target }) => target ?? [])
  const resolutions = targets.length > 0 ? await context.resolve(targets) : []
  const unknown = { missing: true, message: 'Nothing is known of this address.' } as const
  let next = 0
  for (const { target, answer } of questions) answer((target && resolutions[next++]) ?? unknown)
  dropEmptyFigures(tree)
  editOutUnused(
    context,
    [...pictures, ...links].map(({ node }) => node),
  )
}
