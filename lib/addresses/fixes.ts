import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sourceOfBytes } from '../content/bytes'
import { readRedirects } from '../content/redirects'
import { requiredFields } from '../content/schema'
import { readFrontMatter } from '../content/yaml/front-matter'
import { cut } from '../content/yaml/split-front-matter'
import { isError } from '../problem'
import { sourceOf } from '../source'
import { writeFileAtomic } from '../write-atomic'

/** What keeps an address that would be lost; `file` is where it is written. `line` counts from 1. */
export type Fix =
  | { kind: 'alias'; file: string; path: string }
  | { kind: 'heading'; file: string; line: number; id: string }
  | { kind: 'redirect'; file: string; from: string; to: string }
  /** Whatever led to one path is to lead to the other. */
  | { kind: 'target'; file: string; from: string; to: string }

/** What a fix writes, and where. */
export function wordsOfFix(fix: Fix): string {
  if (fix.kind === 'alias') return `${fix.file}: ${fix.path} among its aliases`
  if (fix.kind === 'heading') return `${fix.file}:${fix.line}: {#${fix.id}}`
  const what = fix.kind === 'target' ? `what led to ${fix.from}` : fix.from
  return `${fix.file}: ${what} leads to ${fix.to}`
}

/** Writes fixes into the files they are for. Returns those that were written: of what is not as it was read, none is. */
export async function applyFixes(fixes: readonly Fix[]): Promise<Fix[]> {
  const done: Fix[] = []
  for (const file of new Set(fixes.map(({ file }) => file))) {
    const place = path.resolve(file)
    const before = readText(place)
    if (before === undefined) continue
    const mark = before.startsWith('\ufeff') ? '\ufeff' : ''
    const read = before.slice(mark.length).replaceAll('\r\n', '\n')
    let text = read
    // From the last line up, so that no line moves before its turn; a field last of all.
    const inOrder = fixes.filter((fix) => fix.file === file).sort((a, b) => lineOf(b) - lineOf(a))
    for (const fix of inOrder) {
      const changed = withFix(text, fix)
      if (changed === undefined) continue
      text = changed
      done.push(fix)
    }
    if (text === read) continue
    await writeFileAtomic(place, mark + (before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text))
  }
  return done
}

const lineOf = (fix: Fix) => ('line' in fix ? fix.line : 0)

function withFix(text: string, fix: Fix): string | undefined {
  if (fix.kind === 'alias') return withAlias(text, fix.path)
  if (fix.kind === 'heading') return withHeadingId(text, fix)
  return fix.kind === 'target' ? withTarget(text, fix) : withRedirect(text, fix)
}

/** A post whose `aliases` name one path more. */
export function withAlias(text: string, alias: string): string | undefined {
  const source = sourceOf('', text)
  const parts = cut(source, requiredFields)
  if ('problem' in parts) return undefined
  const { start, end } = parts.halves
  const { entries } = readFrontMatter(source, start, end)
  const aliases = entries.find(({ name }) => name === 'aliases')?.value
  if (!aliases) return `${text.slice(0, end)}\naliases: [${alias}]${text.slice(end)}`
  const last = aliases.kind === 'list' ? aliases.items.at(-1) : undefined
  if (!last) return undefined
  const isFlow = text[aliases.start] === '['
  const lineStart = text.lastIndexOf('\n', last.start) + 1
  const added = isFlow ? `, ${alias}` : `\n${text.slice(lineStart, last.start)}${alias}`
  return text.slice(0, last.end) + added + text.slice(last.end)
}

/** A post in which the heading of a line has one id more. */
function withHeadingId(text: string, { line, id }: { line: number; id: string }): string | undefined {
  const lines = text.split('\n')
  const heading = lines[line - 1] ?? ''
  const isUnderlined = /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[line] ?? '')
  if (!isUnderlined && !/^ {0,3}#{1,6}(?:[ \t]|$)/.test(heading)) return undefined
  lines[line - 1] = withId(heading, id)
  return lines.join('\n')
}

/** The line of a heading with one id more. */
export function withId(heading: string, id: string): string {
  const [, words = '', closing = ''] = /^(.*?)([ \t]+#+[ \t]*|[ \t]*)$/.exec(heading) ?? []
  const chosen = / \{(?:\s*#[^\s{}]+)+\s*\}$/.test(words)
  return (chosen ? `${words.slice(0, -1).trimEnd()} #${id}}` : `${words} {#${id}}`) + closing
}

/** `_redirects.yml` with one entry more. A file with a mistake stays as it is. */
function withRedirect(text: string, { from, to }: { from: string; to: string }): string | undefined {
  const changed = `${text}${text && !text.endsWith('\n') ? '\n' : ''}- { from: ${from}, to: ${to} }\n`
  return readRedirects(sourceOf('', changed)).problems.some(isError) ? undefined : changed
}

/** `_redirects.yml` in which nothing leads to the one path any more, but to the other. */
function withTarget(text: string, { from, to }: { from: string; to: string }): string | undefined {
  const written = from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\/$/, '/?')
  const target = new RegExp(`(\\bto:[ \\t]*["']?)${written}(?=["']?[ \\t]*(?:[},]|$))`, 'gm')
  const changed = text.replace(target, (_, start) => start + to)
  return changed === text ? undefined : changed
}

/** An empty text where there is no file yet. */
function readText(file: string): string | undefined {
  try {
    const bytes = readFileSync(file)
    return 'source' in sourceOfBytes('', bytes) ? bytes.toString('utf8') : undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : undefined
  }
}
