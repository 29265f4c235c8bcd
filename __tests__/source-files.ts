import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type ParserPlugin, parse } from '@babel/parser'

export type SourceFile = { file: string; text: string; imports: Import[] }
/** `from` is named from the project's root where it is ours (`lib/site`), and as it is written where it is not. */
export type Import = { from: string; isType: boolean }

const source = /\.(?:tsx?|mjs)$/

/** Every file of our own below a folder whose name ends like this, with what it imports. */
export function sourceFiles(folder: string, ending = source): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => readSource(path.join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

export function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  return { file: posix(file), text, imports: source.test(file) || /\.js$/.test(file) ? importsIn(file, text) : [] }
}

/** All that a module names in order to load it or its types: imports, re-exports, `import()`, `require()`, `import('…').Type`. */
export function importsIn(file: string, text: string): Import[] {
  const plugins: ParserPlugin[] = /x$/.test(file) ? ['typescript', 'jsx'] : ['typescript']
  const found: Import[] = []
  visit(parse(text, { sourceType: 'module', plugins, createImportExpressions: true }).program, (node) => {
    const named = namedBy(node)
    if (typeof named?.value === 'string') found.push({ from: rooted(file, named.value), isType: isTypeOnly(node) })
  })
  return found
}

type Node = { type: string; [field: string]: unknown }

function visit(node: unknown, look: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node) look(node as Node)
  for (const below of Object.values(node)) visit(below, look)
}

function namedBy(node: Node): Node | undefined {
  const { source, argument, callee, arguments: given } = node as { [field: string]: Node | undefined }
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return source
    case 'TSImportType':
      return argument
    case 'CallExpression':
      return /^(?:require|tsImport)$/.test(String(callee?.name)) ? (given as unknown as Node[])[0] : undefined
  }
}

function isTypeOnly({ type, importKind, exportKind, specifiers }: Node): boolean {
  if (type === 'TSImportType' || importKind === 'type' || exportKind === 'type') return true
  const all = Array.isArray(specifiers) ? (specifiers as Node[]) : []
  return all.length > 0 && all.every((one) => one.importKind === 'type' || one.exportKind === 'type')
}

function rooted(file: string, from: string): string {
  if (from.startsWith('@/')) return from.slice(2)
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(posix(file)), from) : from
}

/** The file that an import of ours means; nothing for a package. */
export function fileOf(from: string): string | undefined {
  return ['', '.ts', '.tsx', '.mjs']
    .map((ending) => from + ending)
    .find((file) => existsSync(file) && statSync(file).isFile())
}

const posix = (file: string) => file.split(path.sep).join('/')

/** Groups in which each leads to each other, along edges from one name to others. */
export function circles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reached = new Map([...edges.keys()].map((name) => [name, reachedFrom(name, edges)]))
  const groups = new Map<string, string[]>()
  for (const [name, others] of reached) {
    if (!others.has(name)) continue
    const group = [...others].filter((other) => reached.get(other)?.has(name)).sort()
    groups.set(group.join(), group)
  }
  return [...groups.values()]
}

function reachedFrom(name: string, edges: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>()
  const rest = [...(edges.get(name) ?? [])]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    rest.push(...(edges.get(next) ?? []))
  }
  return reached
}
