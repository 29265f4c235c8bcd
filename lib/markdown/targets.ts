import type { Image, Link, Parents, Root } from 'mdast'
import type { Context } from './context'
import { editOutUnused } from './edits'
import { type Question, settleLink } from './links'
import { settlePicture } from './pictures'
import { walk } from './walk'

/** Gives pictures and links their final addresses; everything about our own is asked in one call. */
export async function settleTargets(tree: Root, context: Context): Promise<void> {
  const pictures: { node: Image; parent: Parents }[] = []
  const links: { node: Link; parent: Parents }[] = []
  walk(tree, (node, _, parent) => {
    if (node.type === 'image') pictures.push({ node, parent })
    if (node.type === 'link') links.push({ node, parent })
    return undefined
  })
  // Pictures first: a link that falls away hands its picture to another parent.
  const questions = [
    ...pictures.map(({ node, parent }) => settlePicture(node, parent, context)),
    ...links.map(({ node, parent }) => settleLink(node, parent, context)),
  ].filter((question): question is Question => question !== undefined)
  const resolutions = questions.length > 0 ? await context.resolve(questions.map(({ target }) => target)) : []
  questions.forEach(({ answer }, index) => {
    answer(resolutions[index] ?? { missing: true, message: 'Nothing is known of this address.' })
  })
  editOutUnused(
    context,
    [...pictures, ...links].map(({ node }) => node),
  )
}
