import type { ListItem, Root } from 'mdast'
import { words } from '../../words/words'
import { inline } from '../elements'
import { nodesOf } from '../walk'

/** Turns the boxes of task lists into named signs: a disabled checkbox without a label says nothing to a screen reader. */
export function nameTasks(tree: Root): void {
  for (const list of nodesOf(tree, 'list')) {
    if (!list.children.some(isTask)) continue
    list.data = { hProperties: { className: ['task-list'] } }
    for (const item of list.children.filter(isTask)) nameTask(item)
  }
}

const isTask = ({ checked }: ListItem) => typeof checked === 'boolean'

function nameTask(item: ListItem): void {
  const [state, label] = item.checked ? ['done', words.done] : ['open', words.notDone]
  const sign = inline('span', { className: ['task', state], role: 'img', ariaLabel: label }, [])
  item.checked = null
  const first = item.children[0]
  if (first?.type === 'paragraph') first.children.unshift(sign, { type: 'text', value: ' ' })
  else item.children.unshift({ type: 'paragraph', children: [sign] })
}
