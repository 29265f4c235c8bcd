import type { Image, Link, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Context } from './context'
import { type Question, settleLink } from './links'
import { settlePicture } from './pictures'

/** Gives pictures and links their final addresses; everything about our own is asked in one call. */
export async function settleTargets(tree: Root, context: Context): Promise<void> {
  const pictures: { node: Image; parent: Parents }[] = []
  const links: { node: Link; parent: Parents }[] = []
  visit(tree, (node, _, parent) => {
    if (node.type === 'image' && parent) pictures.push({ node, parent })
    if (node.type === 'link' && parent) links.push({ node, parent })
  })
  // Pictures first: a link that falls away hands its picture to another parent.
  const questions = [
    ...pictures.map(({ node, parent }) => settlePicture(node, parent, context)),
    ...links.map(({ node, parent }) => settleLink(node, parent, context)),
  ].filter((question): question is Question => question !== undefined)
  if (questions.length === 0) return
  const resolutions = await context.resolve(questions.map(({ target }) => target))
  questions.forEach(({ answer }, index) => {
    answer(resolutions[index] ?? { missing: true, message: 'Nothing is known of this address.' })
  })
}
