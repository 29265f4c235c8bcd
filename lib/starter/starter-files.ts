import { stringify } from 'yaml'
import { slugOf } from '../content/slugs'
import type { Day } from '../days'
import { defaultSettings } from '../settings'
import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { ja } from './ja'
import type { StarterTexts } from './texts'

/** What makes one new magazine differ from another. */
export type Answers = {
  name: string
  /** A tag of BCP 47. */
  language: string
  timeZone: string
  url: string
  /** Each a name, or `name=slug` where a name has letters that no address has. None: one in the magazine's language. */
  categories: readonly string[]
  author: string
}

const texts: Record<string, StarterTexts> = { ar, de, en, es, fr, ja }

/** Texts in a language, or those in English with `isTranslated: false`. */
export function textsIn(language: string): { texts: StarterTexts; isTranslated: boolean } {
  const found = texts[new Intl.Locale(language).language]
  return { texts: found ?? en, isTranslated: found !== undefined }
}

/** The files of a new magazine, by their names in its folder: settings, categories, a profile, the about page, one post, and the list of its addresses. */
export function starterFiles(answers: Answers, today: Day): Map<string, string> {
  const { name, language, author } = answers
  const { texts } = textsIn(language)
  const categories = categoriesOf(answers, texts)
  const { title, excerpt, body, file } = texts.post
  const fields = { title, excerpt, category: categories[0]?.slug, author, date: today }
  return new Map([
    ['_site.yml', settingsFile(answers, texts, today)],
    ['_categories.yml', yaml(categories)],
    ['_authors.yml', yaml([{ name: author, slug: slugOf(author, language, 'author'), bio: texts.bio }])],
    ['_about.md', texts.about(name)],
    // An empty one says that nothing was published before, whatever lies in `out/`.
    ['_addresses.txt', ''],
    [file, `---\n${yaml(fields)}---\n${body(name)}`],
  ])
}

function settingsFile({ name, language, url, timeZone }: Answers, texts: StarterTexts, today: Day): string {
  const { tagline, description } = texts
  const since = Number(today.slice(0, 4))
  return `# yaml-language-server: $schema=./_site.schema.json
# What the magazine is called, where it lives and what it looks like. \`npm run check\` says what is wrong with a line.
${yaml({ name, tagline, description, language, url, timeZone, since })}`
}

function categoriesOf({ categories, language }: Answers, texts: StarterTexts) {
  const hues = Object.keys(defaultSettings.hues)
  const named = categories.length ? categories : [`${texts.category}=essays`]
  return named.map((written, index) => {
    const [name = '', slug] = written.split('=').map((part) => part.trim())
    const hue = hues[index % hues.length]
    return { slug: slug || slugOf(name, language, 'category'), name, description: texts.categoryDescription, hue }
  })
}

const yaml = (data: unknown) => stringify(data, { lineWidth: 0 })
