import GithubSlugger from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { words } from '../../words/words'
import { type Context, report } from '../context'
import { editOut } from '../edits'
import { inline } from '../elements'
import { idPrefix } from '../rendered'
import { textOf } from '../text'
import { nodesOf, walk } from '../walk'
import { idsOf } from './heading-ids'

/** Gives headings their levels, ids and links to themselves, and notes them for the table of contents. */
export function addHeadings(tree: Root, context: Context): void {
  const headings = nodesOf(tree, 'heading')
  const shift = headings.some(({ depth }) => depth === 1) ? 1 : 0
  const topmost = new Set<unknown>(tree.children)
  const slugger = new GithubSlugger()
  // What a writer has chosen goes first: another heading of such words gets a number.
  for (const id of headings.flatMap(idsOf)) slugger.slug(id)
  let above = 1
  for (const heading of headings) {
    const level = levelAfter(heading.depth, shift)
    if (level > above + 1) reportSkip(context, heading, level, above)
    above = level
    heading.depth = level
    const text = plain(heading)
    const [anchor = slugger.slug(anchorFor(text)), ...others] = idsOf(heading)
    const id = idPrefix + anchor
    context.anchors.push(anchor, ...others)
    if (topmost.has(heading)) {
      const line = heading.position?.start.line ?? 1
      context.headings.push({ id, text, level, line })
    } else context.innerAnchors.push(anchor)
    context.innerAnchors.push(...others)
    heading.data = { ...heading.data, hProperties: { id } }
    linkToItself(heading, id, text)
    heading.children.unshift(...others.map((other) => inline('span', { id: idPrefix + other }, [])))
  }
}

const plain = (node: Heading) => textOf(node).replace(/\s+/g, ' ').trim()

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Removes a first `# Heading` that says the title again. */
export function dropRepeatedTitle(tree: Root, context: Context): void {
  const index = tree.children.findIndex(({ type }) => type === 'heading')
  const first = tree.children[index]
  if (
    first?.type === 'heading' &&
    first.depth === 1 &&
    plain(first) &&
    folded(plain(first)) === folded(context.title)
  ) {
    editOut(context, first)
    tree.children.splice(index, 1)
  }
}

const levels = [2, 3, 4, 5, 6] as const

const levelAfter = (depth: number, shift: number) => levels[Math.min(depth + shift, 6) - 2] ?? 2

/** Never empty, and never one of the names that footnotes use. */
function anchorFor(text: string): string {
  const slug = new GithubSlugger().slug(text)
  if (slug.replaceAll('-', '') === '') return 'section'
  return /^fn(?:ref)?-\d/.test(slug) ? `section-${slug}` : slug
}

// A link cannot hold a link (a footnote's reference is one): such a heading gets its link behind the text.
function linkToItself(heading: Heading, id: string, text: string): void {
  let holdsLink = false
  walk(heading, ({ type }) => {
    if (type === 'link' || type === 'image' || type === 'footnoteReference') holdsLink = true
    return undefined
  })
  const href = `#${id}`
  if (holdsLink || heading.children.length === 0) {
    const sign = inline('a', { className: ['anchor'], href, ariaLabel: words.linkToSection(text) }, [
      { type: 'text', value: '#' },
    ])
    heading.children.push({ type: 'text', value: ' ' }, sign)
  } else {
    heading.children = [inline('a', { className: ['heading-link'], href }, heading.children)]
  }
}

function reportSkip(context: Context, heading: Heading, level: number, above: number): void {
  const marks = '#'.repeat(Math.max(1, heading.depth - (level - above - 1)))
  report(context, heading, {
    severity: 'warning',
    rule: 'skipped-level',
    message: `A level is skipped: this heading is of level ${level}, the one above it of level ${above}.`,
    hint: `Write ${marks} in front of it.`,
  })
}
