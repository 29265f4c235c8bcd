import type { WrongSetting } from './settings-check'

/** One line for each wrong value, with its place in the text of `lib/site.ts`. */
export function settingsError(wrong: readonly WrongSetting[], source: string): Error {
  return new Error(wrong.map((one) => `lib/site.ts:${placeIn(source, one)}: ${one.message}`).join('\n'))
}

/** `line:column` of a value; if it is not found, of the group it belongs to. */
function placeIn(source: string, { block, name, index }: WrongSetting): string {
  // Comments name settings, too. The two slashes of an address are none.
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '))
  const start = Math.max(0, code.search(new RegExp(`\\b${block}\\s*=`)))
  const key = new RegExp(`[{,\\s](?:${escaped(name)}|(['"])${escaped(name)}\\1)\\s*:\\s*`, 'g')
  key.lastIndex = start
  const found = key.exec(code)
  return lineAndColumn(code, found ? valueAt(code, found.index + found[0].length, index) : start)
}

/** Of a list the value with the index. */
function valueAt(code: string, start: number, index: number | undefined): number {
  if (index === undefined) return start
  const values = code.slice(start + 1).matchAll(/(['"`])(?:\\.|(?!\1).)*\1|[^\s,[\]]+/g)
  return start + 1 + ([...values][index]?.index ?? 0)
}

function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}

const escaped = (text: string) => text.replace(/[^\w]/g, '\\$&')
