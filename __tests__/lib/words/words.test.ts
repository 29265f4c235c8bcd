import { readFileSync } from 'node:fs'
import { parse } from '@babel/parser'
import { directionOf } from '@/lib/words/direction'
import { wordsIn } from '@/lib/words/words'
import { sourceFiles } from '../../source-files'

const languages = ['en', 'de', 'fr', 'es', 'ar', 'ja']

/** Every word of a language, worded for two names or for counts. */
function said(language: string): [string, string][] {
  const counts: Record<string, unknown[][]> = {
    articles: [[0], [1], [2], [3], [11], [100]],
    allOfYear: [
      [1, '1', '2024'],
      [2, '2', '2024'],
      [13, '13', '2024'],
    ],
  }
  return Object.entries(wordsIn(language)).flatMap(([name, word]): [string, string][] => {
    if (typeof word === 'string') return [[name, word]]
    if (typeof word !== 'function') return [[name, Object.values(word).join('')]]
    const wording = word as (...given: unknown[]) => string
    return (counts[name] ?? [['One', 'Other']]).map((given) => [`${name} ${given}`, wording(...given)])
  })
}

describe('the words of a language', () => {
  it.each(languages)('are all there in %s', (language) => {
    for (const [name, text] of said(language))
      expect({ name, text }).toEqual({ name, text: expect.stringMatching(/\S/) })
  })

  it.each(languages.slice(1))('are its own in %s, but for few', (language) => {
    const english = new Map(said('en'))
    const same = said(language).filter(([name, text]) => english.get(name) === text)
    expect(same.map(([name]) => name).length).toBeLessThan(14)
  })

  it('are found by any tag of it, and are English where there are none', () => {
    expect(wordsIn('de-AT')).toBe(wordsIn('de'))
    expect(wordsIn('ja-JP')).toBe(wordsIn('ja'))
    expect(wordsIn('nl')).toBe(wordsIn('en-GB'))
  })

  test.each([
    ['en', ['0 articles', '1 article', '2 articles']],
    ['fr', ['0 article', '1 article', '2 articles']],
    ['ar', ['3 مقالات', '11 مقالة', '100 مقالة']],
    ['ja', ['1 件の記事']],
  ])('follow its rules of plural in %s', (language, expected) => {
    const counts = expected.map((text) => Number.parseInt(text, 10))
    expect(counts.map((count) => `${count} ${wordsIn(language).articles(count)}`)).toEqual(expected)
  })
})

describe('the direction of a language', () => {
  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ks-Deva', undefined],
    ['en-GB', undefined],
    ['ja', undefined],
  ])('of %s is %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })
})

type Node = { type: string; [field: string]: unknown }

/** Texts of a file that a reader would read: what stands between tags, in attributes that are read, and what looks like a sentence. */
function textsIn(file: string, text: string): string[] {
  const found: string[] = []
  const read = /^(?:aria-label|title|alt|kicker|description|placeholder|summary)$/
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    if (typeof node !== 'object' || node === null || !('type' in node)) return
    const { type, ...fields } = node as Node
    if (type === 'ImportDeclaration' || type === 'ThrowStatement' || type.startsWith('TS')) return
    const value = fields.value as { value?: string; raw?: string } | string | undefined
    const raw = typeof value === 'object' ? (value?.raw ?? value?.value) : value
    if (type === 'JSXText' && /\p{L}/u.test(`${raw}`)) found.push(`${raw}`.trim())
    if (type === 'JSXAttribute' && typeof raw === 'string') {
      if (raw && read.test(`${(fields.name as Node).name}`)) found.push(raw)
      return
    }
    if (/^(?:StringLiteral|TemplateElement)$/.test(type) && /(?:^|[\s>])[A-Z][a-z]+(?:[ .,]|$)/.test(`${raw}`))
      found.push(`${raw}`)
    Object.values(fields).forEach(visit)
  }
  visit(parse(text, { sourceType: 'module', plugins: ['typescript', 'jsx'], sourceFilename: file }).program)
  return found
}

describe('no word of the site stands anywhere else', () => {
  // Names, which are the same in every language.
  const names = /^(?:RSS|Optional|Person|Article|Organization|User-agent.*)$|^\\?nAllow|\(prefers-color-scheme/

  test.each([
    ['<p>Words</p>', ['Words']],
    ['<p aria-label="Words" className="Name">{a}</p>', ['Words']],
    ["const a = 'Link copied'", ['Link copied']],
    ["throw new Error('No such thing')", []],
    ["import a from 'A b'", []],
  ])('%s', (text, expected) => {
    expect(textsIn('a.tsx', text)).toEqual(expected)
  })

  test.each(['components', 'app', 'browser', 'lib/feeds'])('in %s', (folder) => {
    const files = sourceFiles(folder)
    expect(files.length).toBeGreaterThan(5)
    const found = files.flatMap(({ file }) =>
      textsIn(file, readFileSync(file, 'utf8'))
        .filter((text) => !names.test(text))
        .map((text) => `${file}: ${text}`),
    )
    expect(found).toEqual([])
  })
})
