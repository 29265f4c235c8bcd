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

/** Lines of tokens; neighbours of one role are one token. A plain language gives one token a line. */
export async function highlight(code: string, language: string): Promise<Token[][]> {
  const load = loaders.get(Object.hasOwn(aliases, language) ? (aliases[language] ?? language) : language)
  if (!load) return code.split('\n').map((text) => [{ role: undefined, text }])
  // Oniguruma starts three to ten times faster than the JavaScript engine and is as fast afterwards (measured).
  started ??= createHighlighterCore({ themes: [theme], engine: createOnigurumaEngine(import('shiki/wasm')) })
  const highlighter = await started
  await highlighter.loadLanguage(load)
  const { default: grammars } = await load()
  const name = grammars.at(-1)?.name ?? language
  // No time limit: it would make the page depend on how busy the machine is.
  const options = { lang: name, theme: theme.name, tokenizeMaxLineLength: longestLine, tokenizeTimeLimit: 0 }
  return highlighter.codeToTokensBase(code, options).map(merged)
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
