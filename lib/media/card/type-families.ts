import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A packaged typeface: the parts of it that are used, and how it is set beside the others. */
export type Family = {
  /** Its package. */
  name: string
  /** Which of the package's parts, by their names. Han is cut into numbered ones. */
  parts: RegExp
  cut: 'opsz' | 'wght'
  style: 'normal' | 'italic'
  axes: Record<string, number>
  /** Its size beside Newsreader's. */
  scale: number
  /** Space between letters, in ems; none where letters join. */
  tracking: number
  /** Distance of lines, in ems. */
  leading: number
}

const noto = (name: string, parts: RegExp, scale: number, leading: number): Family => ({
  ...{ name, parts, cut: 'wght', style: 'normal', axes: { wght: 500 }, scale, tracking: 0, leading },
})
const newsreader = {
  name: '@fontsource-variable/newsreader',
  parts: /./,
  cut: 'opsz',
  style: 'normal',
  scale: 1,
  leading: 1.06,
} as const

export const headline: Family = { ...newsreader, axes: { wght: 500, opsz: 40 }, tracking: -0.022 }
export const label: Family = { ...newsreader, axes: { wght: 550, opsz: 20 }, tracking: 0 }
export const slanted: Family = { ...newsreader, style: 'italic', axes: { wght: 350, opsz: 40 }, tracking: 0 }

const others = [
  {
    ...noto('@fontsource-variable/noto-serif', /greek|cyrillic|latin-ext|vietnamese|math/, 0.92, 1.12),
    axes: { wght: 460 },
  },
  noto('@fontsource-variable/noto-sans-hebrew', /hebrew/, 0.98, 1.16),
  noto('@fontsource-variable/noto-sans-arabic', /arabic/, 1, 1.42),
  noto('@fontsource-variable/noto-sans-devanagari', /devanagari/, 0.94, 1.34),
  noto('@fontsource-variable/noto-sans-thai', /thai/, 0.94, 1.4),
]
const japanese = noto('@fontsource-variable/noto-sans-jp', /^\d+$/, 0.9, 1.2)
const chinese = noto('@fontsource-variable/noto-sans-sc', /^\d+$/, 0.9, 1.2)
const korean = noto('@fontsource-variable/noto-sans-kr', /^\d+$/, 0.9, 1.2)

/** The families that are asked for the signs of a text, first to last. How Han signs look, the rest of it decides. */
export function familiesFor(text: string, first: Family): Family[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [first, ...others, japanese, chinese, korean]
  if (/\p{Script=Hangul}/u.test(text)) return [first, ...others, korean, chinese, japanese]
  return [first, ...others, chinese, japanese, korean]
}

const folderOf = (name: string) => path.resolve('node_modules', name)
const known = new Map<string, { part: string; ranges: [number, number][] }[]>()

/** The files of a family that may hold a sign. What they do hold, only the fonts themselves say. */
export function filesFor({ name, parts, cut, style }: Family, codePoint: number): string[] {
  const all = known.get(name) ?? readParts(name)
  known.set(name, all)
  return all
    .filter(({ part, ranges }) => parts.test(part) && ranges.some(([from, to]) => codePoint >= from && codePoint <= to))
    .map(({ part }) => path.join(folderOf(name), 'files', `${path.basename(name)}-${part}-${cut}-${style}.woff2`))
}

function readParts(name: string) {
  const parts: Record<string, string> = JSON.parse(readFileSync(path.join(folderOf(name), 'unicode.json'), 'utf8'))
  return Object.entries(parts).map(([part, ranges]) => ({
    part: part.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range): [number, number] => {
      const [from = '', to = from] = range.replace(/^U\+/i, '').split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    }),
  }))
}
