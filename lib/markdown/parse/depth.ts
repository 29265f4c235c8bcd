import type { Nodes, Root } from 'mdast'
import { spanOf } from '../context'
import { deepest, mostLevels, OverLimit } from '../limits'

/** Refuses a line that opens more levels than anyone reads; the parser would run out of stack over it. */
export function checkLineDepth(body: string): void {
  for (const { 0: run, index } of body.matchAll(openers)) {
    if (isRule.test(run) && endsLine(body, index + run.length)) continue
    const markers = [...run.matchAll(/[>*+-]|\d{1,9}[.)]/g)]
    const first = markers[deepest]
    if (first) throw new OverLimit(index + first.index, 'too-deep')
  }
}

// All markers at the beginning of a line that open a quote or a list.
const openers = /^[ \t]*(?:(?:>|[*+-](?=[ \t\r\n])|\d{1,9}[.)](?=[ \t\r\n]))[ \t]*){101,}/gm

const endsLine = (body: string, offset: number) => /^[\r\n]?$/.test(body.charAt(offset))

const isRule = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/

/** Refuses a tree that is nested too deep, before anything walks through it step by step. */
export function checkTreeDepth(tree: Root): void {
  const rest: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let entry = rest.pop(); entry; entry = rest.pop()) {
    const { node, depth } = entry
    if (depth > mostLevels) throw new OverLimit(spanOf(node).offset, 'too-deep')
    if ('children' in node) for (const child of node.children) rest.push({ node: child, depth: depth + 1 })
  }
}
