import type { Nodes, Parents, RootContent } from 'mdast'

/**
 * Every node below `parent`, parents before children. A number that `look` returns is the index to go on at, past the node's
 * children. `unist-util-visit` does the same and more; fifteen walks with it took a fifth of a body's time.
 */
export function walk(parent: Parents, look: (node: RootContent, index: number, parent: Parents) => number | undefined) {
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index] as RootContent
    const next = look(node, index, parent)
    if (next === undefined && 'children' in node) walk(node, look)
    index = next ?? index + 1
  }
}

type Kind<Type extends Nodes['type']> = Extract<RootContent, { type: Type }>

/** All nodes of one type, in reading order. */
export function nodesOf<Type extends RootContent['type']>(tree: Parents, type: Type): Kind<Type>[] {
  const found: Kind<Type>[] = []
  walk(tree, (node) => {
    if (node.type === type) found.push(node as Kind<Type>)
    return undefined
  })
  return found
}

/** Puts `nodes` where one node stood. */
export function replaceAt(parent: Parents, index: number, ...nodes: RootContent[]): void {
  const siblings = parent.children as RootContent[]
  siblings.splice(index, 1, ...nodes)
}
