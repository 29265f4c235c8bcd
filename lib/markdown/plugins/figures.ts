import type { Image, Paragraph, PhrasingContent, Root } from 'mdast'
import { inline } from '../elements'
import { nodesOf } from '../walk'

/** Makes a figure of each picture that stands alone in its paragraph; its title becomes the caption. */
export function addFigures(tree: Root): void {
  for (const paragraph of nodesOf(tree, 'paragraph')) {
    const image = pictureOf(paragraph)
    if (!image) continue
    const wide = image.url.endsWith('#wide')
    paragraph.data = { hName: 'figure', hProperties: { className: wide ? ['figure', 'wide'] : ['figure'] } }
    paragraph.children = paragraph.children.filter(isSeen)
    if (image.title) paragraph.children.push(inline('figcaption', {}, [{ type: 'text', value: image.title }]))
  }
}

/** Makes a paragraph again of each figure whose picture fell away and left only words. */
export function dropEmptyFigures(tree: Root): void {
  for (const paragraph of nodesOf(tree, 'paragraph')) {
    if (paragraph.data?.hName !== 'figure' || holdsPicture(paragraph)) continue
    paragraph.data = {}
    const caption = paragraph.children.find(({ data }) => data?.hName === 'figcaption')
    if (!caption) continue
    caption.data = {}
    paragraph.children.splice(paragraph.children.indexOf(caption), 0, { type: 'text', value: ' ' })
  }
}

// A link to a picture that is not fetched yet stands for it.
const holdsPicture = (figure: Paragraph) =>
  nodesOf(figure, 'image').length > 0 ||
  nodesOf(figure, 'emphasis').some(({ data }) => data?.hName === 'picture' || data?.hName === 'a')

function pictureOf({ children }: Paragraph): Image | undefined {
  const [only, ...others] = children.filter(isSeen)
  if (others.length > 0) return undefined
  if (only?.type === 'image') return only
  if (only?.type !== 'link' || only.children.length !== 1) return undefined
  return only.children[0]?.type === 'image' ? only.children[0] : undefined
}

const isSeen = (node: PhrasingContent) => node.type !== 'text' || node.value.trim() !== ''
