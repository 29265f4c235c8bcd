import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** What may become of what a build has left. */
export type Way = { name: string; ofFolders?: true; damage(place: string): void }

const ofFiles: Way[] = [
  { name: 'deleted', damage: (file) => rmSync(file) },
  { name: 'emptied', damage: (file) => truncateSync(file) },
  { name: 'cut in half', damage: (file) => truncateSync(file, Math.floor(lstatSync(file).size / 2)) },
  { name: 'another in one byte', damage: flipByte },
  {
    name: 'a folder',
    damage(file) {
      rmSync(file)
      mkdirSync(file)
    },
  },
]

const ofJson: Way[] = ['null', '[]', '{"a":1}'].map((text) => ({
  name: text,
  damage: (file) => writeFileSync(file, text),
}))

/** What may become of a file of some kind. */
export const waysFor = (kind: string): Way[] => (kind.endsWith('.json') ? [...ofFiles, ...ofJson] : ofFiles)

/** Which only a reader of the whole file can see. */
export const flipUnseen: Way = {
  name: 'another in one byte, of the same time',
  damage(file) {
    const { atime, mtime } = lstatSync(file)
    flipByte(file)
    utimesSync(file, atime, mtime)
  },
}

function flipByte(file: string): void {
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  writeFileSync(file, bytes.length ? bytes : '1')
}

export const gone: Way = {
  name: 'gone',
  ofFolders: true,
  damage: (folder) => rmSync(folder, { recursive: true, force: true }),
}

/** Every second file of a folder goes. */
export const halfGone: Way = {
  name: 'half gone',
  ofFolders: true,
  damage(folder) {
    for (const [index, file] of filesBelow(folder).entries()) if (index % 2) rmSync(file)
  },
}

/** Where builds leave what a later one uses. What lies elsewhere below `.releases` no build reads. */
const roots = ['.cache', '.next', '.releases']
const unread = ['.cache/locks/', '.releases/earlier/', '.releases/nginx.conf']

/** What builds have left in a working copy, by kinds: of one kind are files that the same code writes. */
export function keptFiles(copy: string): Map<string, string[]> {
  const kinds = new Map<string, string[]>()
  for (const file of roots.flatMap((root) => filesBelow(path.join(copy, root)))) {
    const name = path.relative(copy, file)
    if (unread.some((one) => name.startsWith(one))) continue
    kinds.set(kindOf(name), [...(kinds.get(kindOf(name)) ?? []), file])
  }
  return kinds
}

/** `.cache/bodies/*.json`, `.next/server/chunks/….js`: without what is a number or a digest, and what lies deep. */
function kindOf(name: string): string {
  const [root, ...below] = name.replace(/[0-9a-f]{8,}|\d+/g, '*').split('/')
  const deep = below.length > 2 ? [...below.slice(0, 2), `…${path.extname(name)}`] : below
  return [root, ...deep].join('/')
}

export function filesBelow(folder: string): string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort()
}
