import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Every file and folder below a folder, with what a server can tell of it: its bytes, and its time in whole seconds. */
export type Tree = ReadonlyMap<string, { print: string; seconds: number }>

const ofFolder = { print: 'folder', seconds: 0 }

export function treeOf(root: string): Tree {
  // A link would be read as if the site were nowhere; `root` itself is one.
  const entries = readdirSync(`${root}/.`, { recursive: true, withFileTypes: true })
  const found = entries.map((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(root, file)
    if (entry.isDirectory()) return [`${name}/`, ofFolder] as const
    const print = createHash('sha1').update(readFileSync(file)).digest('hex')
    return [name, { print, seconds: Math.floor(statSync(file).mtimeMs / 1000) }] as const
  })
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

export type Changes = { added: string[]; removed: string[]; changed: string[] }

/** What became of the files of a tree. One that has another time only has changed for a server. */
export const changesBetween = (before: Tree, after: Tree): Changes =>
  changes(before, after, ({ print, seconds }) => `${print} ${seconds}`)

/** Files that have changed without a later time, or only their time. */
export function timeFaults(before: Tree, after: Tree): string[] {
  return [...after].flatMap(([name, { print, seconds }]) => {
    const old = before.get(name)
    if (!old || print === 'folder') return []
    const isRight = old.print === print ? seconds === old.seconds : seconds > old.seconds
    return isRight ? [] : [`${name} had the time ${old.seconds} and has ${seconds}`]
  })
}

function changes(before: Tree, after: Tree, shown: (file: { print: string; seconds: number }) => string): Changes {
  const isNew = (name: string) => !before.has(name)
  const isOther = (name: string) => {
    const [old, now] = [before.get(name), after.get(name)]
    return old !== undefined && now !== undefined && shown(old) !== shown(now)
  }
  return {
    added: [...after.keys()].filter(isNew),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed: [...before.keys()].filter(isOther),
  }
}

const mostNamed = 8

/**
 * What tells a folder apart from the one it should equal, in words: the first files, each with what stands round the first
 * byte that differs. Empty when they are equal. Times say when a site was published, and not what it is.
 */
export function differences(folder: string, wanted: string): string[] {
  const { added, removed, changed } = changes(treeOf(wanted), treeOf(folder), ({ print }) => print)
  const words = [
    ...changed.map((name) => `${name} ${differenceOf(path.join(folder, name), path.join(wanted, name))}`),
    ...removed.map((name) => `${name} is missing`),
    ...added.map((name) => `${name} should not be there`),
  ]
  return words.length > mostNamed ? [...words.slice(0, mostNamed), `and ${words.length - mostNamed} more`] : words
}

function differenceOf(file: string, wanted: string): string {
  const [is, should] = [readFileSync(file), readFileSync(wanted)]
  let at = 0
  while (is[at] === should[at]) at++
  return `differs at byte ${at}:\n    is     ${excerpt(is, at)}\n    should ${excerpt(should, at)}`
}

const excerpt = (bytes: Buffer, at: number) =>
  JSON.stringify(bytes.subarray(Math.max(0, at - 60), at + 60).toString('utf8'))
