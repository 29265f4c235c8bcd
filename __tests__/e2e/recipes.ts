/** The whole of a new file, or what stands in place of parts of one that is there. */
export type Change = string | [old: string, replacement: string][]

/** The recipes of CONTRIBUTING.md, followed: by the name of each, what it does to which file. */
export const recipes: Record<string, Record<string, Change>> = {
  'A page': {
    'lib/routes.ts': [
      ['export const aboutPath', "export const colophonPath = () => at('/colophon/')\nexport const aboutPath"],
    ],
    'lib/library/colophon-view.ts': `import { colophonPath } from '../routes'
import { type FilterItem, filterOf } from './filter'
import type { Library } from './library'

export type ColophonView = {
  kind: 'colophon'
  path: string
  title: string
  description: string
  filter: FilterItem[]
  typefaces: string[]
}

export function colophonView(library: Library): ColophonView {
  return {
    ...{ kind: 'colophon', path: colophonPath(), title: 'Colophon', description: 'How it is made.' },
    filter: filterOf(library, { counts: false }),
    typefaces: ['Newsreader'],
  }
}
`,
    'lib/library/views.ts': [
      ['import type { FrontView }', "import type { ColophonView } from './colophon-view'\nimport type { FrontView }"],
      ['export type View = ', 'export type View = ColophonView | '],
    ],
    'lib/library/planned-views.ts': [
      ['import { authorOf }', "import { colophonView } from './colophon-view'\nimport { authorOf }"],
      ['[archiveView(library), ', '[archiveView(library), colophonView(library), '],
    ],
    'components/ColophonPage.tsx': `import type { ColophonView } from '@/lib/library/colophon-view'
import styles from './ColophonPage.module.css'
import { PageFrame } from './PageFrame'
import { PageHeading } from './PageHeading'

type ColophonPageProps = { view: ColophonView }

export function ColophonPage({ view: { filter, title, description, typefaces } }: ColophonPageProps) {
  return (
    <PageFrame filter={filter}>
      <PageHeading title={title} description={description} />
      <p className={styles.typefaces}>Set in {typefaces.join(', ')}.</p>
    </PageFrame>
  )
}
`,
    'components/ColophonPage.module.css': '.typefaces {\n  color: var(--soft);\n}\n',
    'app/colophon/page.tsx': `import { ColophonPage } from '@/components/ColophonPage'
import { colophonPath } from '@/lib/routes'
import { Described } from '../described'
import { viewAt } from '../view'

export default async function Page() {
  const page = await viewAt('colophon', colophonPath())
  return (
    <Described view={page}>
      <ColophonPage view={page} />
    </Described>
  )
}
`,
    'lib/library/site-paths.ts': [
      ['  aboutPath,\n', '  aboutPath,\n  colophonPath,\n'],
      ['archivePath(), aboutPath(), ', 'archivePath(), aboutPath(), colophonPath(), '],
    ],
    'lib/feeds/sitemap-pages.ts': [
      ['import { aboutPath, ', 'import { aboutPath, colophonPath, '],
      ['    { path: aboutPath() },\n', '    { path: aboutPath() },\n    { path: colophonPath() },\n'],
    ],
    'components/SiteFooter.tsx': [
      ['import { aboutPath, ', 'import { aboutPath, colophonPath, '],
      [
        '<a href={aboutPath()}>{words.about}</a>',
        '<a href={aboutPath()}>{words.about}</a> <a href={colophonPath()}>Colophon</a>',
      ],
    ],
  },

  'A Markdown construct': {
    'lib/markdown/plugins/highlights.ts': `import type { Root } from 'mdast'
import { inline } from '../elements'
import { replaceAt, walk } from '../walk'

/** Turns \`==words==\` into highlighted words. */
export function addHighlights(tree: Root): void {
  walk(tree, (node, index, parent) => {
    const [all, before = '', words = '', after = ''] =
      node.type === 'text' ? (/^([^]*?)==([^=]+)==([^]*)$/.exec(node.value) ?? []) : []
    if (all === undefined) return undefined
    const text = (value: string) => ({ type: 'text' as const, value })
    replaceAt(parent, index, text(before), inline('mark', { className: ['highlight'] }, [text(words)]), text(after))
    return index + 2
  })
}
`,
    'lib/markdown/render/pipeline.ts': [
      ['import { renderMath }', "import { addHighlights } from '../plugins/highlights'\nimport { renderMath }"],
      ['  .use(step(nameTasks))\n', '  .use(step(nameTasks))\n  .use(step(addHighlights))\n'],
    ],
    'lib/markdown/render/sanitize-schema.ts': [
      ["      'li',\n", "      'li',\n      'mark',\n"],
      ["    li: [id, 'value'],\n", "    li: [id, 'value'],\n    mark: [['className', 'highlight']],\n"],
    ],
    'components/Prose.module.css': [['.prose {', '.prose :global(.highlight) {\n  font-style: italic;\n}\n\n.prose {']],
  },

  'A front matter field': {
    'lib/content/schema.ts': [
      [
        '  series: text',
        "  place: text.optional().meta({ description: 'Where it plays.', examples: ['Delft'] }),\n  series: text",
      ],
    ],
    'lib/library/article-view.ts': [
      ['  minutes: number\n', '  minutes: number\n  place?: string\n'],
      [
        '    minutes: entry.minutes,\n',
        '    minutes: entry.minutes,\n    ...(entry.place ? { place: entry.place } : {}),\n',
      ],
    ],
    'components/ArticleHeader.tsx': [
      ['category, withheld }', 'category, place, withheld }'],
      ['{description}</p>', '{description}</p>\n      {place ? <p>{place}</p> : null}'],
    ],
  },

  'A step before publishing': {
    'lib/routes.ts': [
      [
        'export const livePath',
        `export const wordsPath = (file: string) => at('/words/' + file + '.json')\nexport const livePath`,
      ],
    ],
    'lib/publish/steps/words.ts': `import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { wordsPath } from '../../routes'
import { fileInRelease } from '../release-file'
import type { PublishStep, Unpublished } from './publish-step'

type Shard = Map<string, string[]>

/** The words of all pages and where they stand, in a file for each first letter; \`index.json\` lists the letters. */
export const words: PublishStep = {
  name: 'words',
  run({ folder, changed, gone, previous }) {
    const shards = new Map<string, Shard>()
    const shardOf = (word: string) => {
      const letter = word.charAt(0)
      const shard = shards.get(letter) ?? shardBefore(letter, previous)
      shards.set(letter, shard)
      return shard
    }
    for (const page of [...changed.pages, ...gone.pages])
      for (const word of wordsOf(previous?.folder, page)) change(shardOf(word), word, (pages) => pages.filter((one) => one !== page))
    for (const page of changed.pages)
      for (const word of wordsOf(folder, page)) change(shardOf(word), word, (pages) => [...pages, page].sort())
    const kept = previous?.files.filter(({ path }) => path !== wordsPath('index') && !shards.has(letterOf(path))) ?? []
    const made = [...shards].filter(([, shard]) => shard.size)
    const letters = [...made.map(([letter]) => letter), ...kept.map(({ path }) => letterOf(path))].sort()
    return [
      ...kept,
      ...made.map(([letter, shard]) => ({ path: wordsPath(letter), text: () => JSON.stringify([...shard].sort(), null, 1) })),
      { path: wordsPath('index'), text: () => JSON.stringify(letters) },
    ]
  },
}

const letterOf = (sitePath: string) => path.basename(sitePath, '.json')

function shardBefore(letter: string, previous: Unpublished['previous']): Shard {
  const isThere = previous?.files.some(({ path }) => path === wordsPath(letter))
  const file = path.join(previous?.folder ?? '', fileInRelease(wordsPath(letter)))
  return new Map(isThere ? JSON.parse(readFileSync(file, 'utf8')) : [])
}

function change(shard: Shard, word: string, to: (pages: string[]) => string[]): void {
  const pages = to(shard.get(word) ?? [])
  if (pages.length) shard.set(word, pages)
  else shard.delete(word)
}

function wordsOf(folder: string | undefined, page: string): Set<string> {
  const file = path.join(folder ?? '', fileInRelease(page))
  if (folder === undefined || !existsSync(file)) return new Set()
  const text = readFileSync(file, 'utf8').replace(/<(script|style)[^]*?<\\/\\1>|<[^>]*>/g, ' ')
  return new Set(text.toLowerCase().match(/\\b[a-z]{3,}\\b/g))
}
`,
    'lib/publish/steps/before-publish.ts': [
      [
        "import type { PublishStep } from './publish-step'\n",
        "import type { PublishStep } from './publish-step'\nimport { words } from './words'\n",
      ],
      ['PublishStep[] = []', 'PublishStep[] = [words]'],
    ],
    'lib/library/site-paths.ts': [
      ['  yearPath,\n', '  wordsPath,\n  yearPath,\n'],
      ['    manifestPath(),\n', "    manifestPath(),\n    wordsPath('index'),\n"],
    ],
    'components/SiteFooter.tsx': [
      ['frontPath } from', 'frontPath, wordsPath } from'],
      [
        '<a href={archivePath()}>{words.archive}</a>',
        "<a href={archivePath()}>{words.archive}</a> <a href={wordsPath('index')}>Words</a>",
      ],
    ],
  },
}
