import type { FootnoteDefinition, ListItem, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { numbers } from '../../words/numbers'
import { words } from '../../words/words'
import { type Context, report } from '../context'
import { editOut } from '../edits'
import { block, inline } from '../elements'
import { idPrefix } from '../rendered'
import { replaceAt, walk } from '../walk'

type Note = { number: number; definition: FootnoteDefinition; references: number }
type Notes = { definitions: Map<string, FootnoteDefinition>; numbered: Map<FootnoteDefinition, Note> }

/** Puts each note right behind the block that first refers to it, numbered in reading order. */
export function placeFootnotes(tree: Root, context: Context): void {
  const notes: Notes = { definitions: takeDefinitions(tree, context), numbered: new Map() }
  const children: RootContent[] = []
  for (const child of tree.children) {
    // References are replaced in the child, so it is looked at as one of a small tree of its own.
    const holder: Root = { type: 'root', children: [child] }
    const found = linkReferences(holder, notes)
    for (const note of found) found.push(...linkReferences(note.definition, notes))
    children.push(...(found.length > 0 ? [withNotes(holder, found)] : holder.children))
  }
  tree.children = children
  for (const note of notes.numbered.values()) addBackLinks(note)
  for (const definition of notes.definitions.values()) {
    if (!notes.numbered.has(definition)) reportUnused(context, definition)
  }
}

function takeDefinitions(tree: Root, context: Context): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>()
  walk(tree, (node, index, parent) => {
    if (node.type !== 'footnoteDefinition') return undefined
    // Of two with one name, the first counts.
    if (definitions.has(node.identifier)) editOut(context, node)
    else definitions.set(node.identifier, node)
    replaceAt(parent, index)
    return index
  })
  return definitions
}

/** Replaces the references below a node by links; returns the notes met here for the first time. */
function linkReferences(root: Root | FootnoteDefinition, { definitions, numbered }: Notes): Note[] {
  const found: Note[] = []
  const replaceIn = (parent: Parents, insideLink: boolean): PhrasingContent[] => {
    const moved: PhrasingContent[] = []
    for (let index = 0; index < parent.children.length; index++) {
      const child = parent.children[index]
      if (!child) continue
      if (child.type === 'footnoteReference') {
        const sign = refer(child.identifier)
        if (insideLink) moved.push(sign)
        parent.children.splice(index, 1, ...(insideLink ? [] : [sign]))
        if (insideLink) index--
      } else if ('children' in child) {
        const behind = replaceIn(child, insideLink || child.type === 'link')
        if (insideLink) moved.push(...behind)
        else if (behind.length > 0) {
          parent.children.splice(index + 1, 0, ...behind)
          index += behind.length
        }
      }
    }
    return moved
  }
  const refer = (identifier: string): PhrasingContent => {
    const definition = definitions.get(identifier)
    if (!definition) return { type: 'text', value: '' }
    const known = numbered.get(definition)
    const note = known ?? { number: numbered.size + 1, definition, references: 0 }
    if (!known) {
      numbered.set(definition, note)
      found.push(note)
    }
    note.references++
    const link = {
      id: referenceId(note, note.references),
      href: `#${noteId(note)}`,
      ariaLabel: words.note(numbers(note.number)),
    }
    return inline('sup', { className: ['noteref'] }, [
      inline('a', link, [{ type: 'text', value: String(note.number) }]),
    ])
  }
  replaceIn(root, false)
  return found
}

const noteId = ({ number }: Note) => `${idPrefix}fn-${number}`

const referenceId = ({ number }: Note, count: number) => `${idPrefix}fnref-${number}${count > 1 ? `-${count}` : ''}`

function withNotes(holder: Root, notes: Note[]): RootContent {
  const items = notes.map(
    (note): ListItem => ({
      type: 'listItem',
      spread: false,
      data: { hProperties: { id: noteId(note), value: String(note.number) } },
      children: note.definition.children,
    }),
  )
  const [first = 0, last = 0] = [notes[0]?.number, notes.at(-1)?.number]
  const [from, to] = [numbers(first), numbers(last)]
  const label = first === last ? words.note(from) : words.notes(from, to)
  return block('div', { className: ['noted'] }, [
    ...(holder.children as ListItem['children']),
    block('aside', { className: ['notes'], role: 'note', ariaLabel: label }, [
      { type: 'list', ordered: true, spread: true, children: items },
    ]),
  ])
}

function addBackLinks(note: Note): void {
  const { children } = note.definition
  const last = children.at(-1)
  const links: PhrasingContent[] = []
  for (let count = 1; count <= note.references; count++) {
    const label = words.backToReference(numbers(note.number), count > 1 ? numbers(count) : undefined)
    const link = { className: ['backref'], href: `#${referenceId(note, count)}`, ariaLabel: label }
    links.push({ type: 'text', value: ' ' }, inline('a', link, [{ type: 'text', value: '↩' }]))
  }
  if (last?.type === 'paragraph') last.children.push(...links)
  else children.push({ type: 'paragraph', children: links.slice(1) })
}

function reportUnused(context: Context, definition: FootnoteDefinition): void {
  editOut(context, definition)
  report(context, definition, {
    severity: 'warning',
    rule: 'unused-footnote',
    message: `Nothing refers to this note, so it is not shown.`,
    hint: `Write [^${definition.label ?? definition.identifier}] where it belongs, or remove it.`,
  })
}
