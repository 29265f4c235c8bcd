import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { bundledLanguages } from 'shiki/langs'
import { roleOf, theme } from './theme'

/** A piece of one line of code; without a role it is plain. */
export type Token = { role: string | undefined; text: string }

// One line of minified code would keep the expressions of a grammar busy for seconds.
const longestLine = 2000

const aliases: Record<string, string> = { arduino: 'cpp', ino: 'cpp', golang: 'go', verilog: 'system-verilog' }
const loaders = new Map(Object.entries(bundledLanguages))
const plain = new Set(['text', 'txt', 'plain', 'plaintext', 'ansi', 'output', 'console-output'])

export const knownLanguages: readonly string[] = [...loaders.keys(), ...Object.keys(aliases), 'text']

export const isKnownLanguage = (name: string) => plain.has(name) || Object.hasOwn(aliases, name) || loaders.has(name)

let started: Promise<HighlighterCore> | undefined

// Where TypeScript is run by a loader, even a second import of one file asks the loader's thread (0.7 ms, measured).
const loaded = new Map<string, Promise<string>>()

/** Lines of tokens; neighbours of one role are one token. A plain language gives one token a line. */
export async function highlight(code: string, language: string): Promise<Token[][]> {
  const id = Object.hasOwn(aliases, language) ? (aliases[language] ?? language) : language
  if (!loaders.has(id)) return code.split('\n').map((text) => [{ role: undefined, text }])
  // Oniguruma starts three to ten times faster than the JavaScript engine and is as fast afterwards (measured).
  started ??= createHighlighterCore({ themes: [theme], engine: createOnigurumaEngine(import('shiki/wasm')) })
  const highlighter = await started
  const known = loaded.get(id) ?? load(highlighter, id)
  loaded.set(id, known)
  const lang = await known
  // No time limit: it would make the page depend on how busy the machine is.
  const options = { lang, theme: theme.name, tokenizeMaxLineLength: longestLine, tokenizeTimeLimit: 0 }
  return highlighter.codeToTokensBase(code, options).map(merged)
}

/** Gives the name that the highlighter knows the grammar by. */
async function load(highlighter: HighlighterCore, id: string): Promise<string> {
  const { default: grammars = [] } = (await loaders.get(id)?.()) ?? {}
  await highlighter.loadLanguage(grammars)
  return grammars.at(-1)?.name ?? id
}

function merged(line: { content: string; color?: string }[]): Token[] {
  const tokens: Token[] = []
  for (const { content, color } of line) {
    const last = tokens.at(-1)
    const role = roleOf(color)
    if (last && (last.role === role || content.trim() === '')) last.text += content
    else tokens.push({ role, text: content })
  }
  return tokens
}
