import { articleView } from '../../library/article-view'
import { createLibrary, type Entry } from '../../library/library'
import { viewsOf } from '../../library/planned-views'
import type { View } from '../../library/views'
import { hues, site } from '../../site'

/**
 * The pages of magazines that nobody reads: at least one for every route, every kind of list with a second page, and every
 * kind of picture. They reach every branch of a page and of its components, but for those that the front page, the archive and
 * the about page of another magazine would take (`__tests__/lib/publish/render/sample-coverage.test.ts`).
 */
export function sampleViews(): View[] {
  const large = largeMagazine()
  const paths = new Set(large.map(({ path }) => path))
  return [...large, ...smallMagazine().filter(({ path }) => !paths.has(path))]
}

/** The page of one article, to warm up with. */
export function sampleArticle(): View {
  const { library, body } = manyArticles()
  const [first, ...others] = library.entries.slice(0, 4).map(({ slug }) => slug)
  return articleView(library, first ?? '', body, others)
}

function largeMagazine(): View[] {
  const { library, body } = manyArticles()
  return viewsOf(library, () => body, body)
}

function manyArticles() {
  const author = { name: 'A Sample', slug: 'a-sample', bio: 'A sample.', links: [], picture: picture.src }
  const other = { name: 'Another Sample', slug: 'another-sample', links: [] }
  const entries = Array.from({ length: 2 * site.pageSize }, (_, index) =>
    entryOf(index, category.slug, index === 0 ? [author.name, other.name] : [author.name]),
  )
  const oldest = { ...entryOf(entries.length, category.slug, [author.name]), date: '2019-01-01' as const }
  const library = createLibrary({
    ...{ entries: [...entries, oldest], categories: [category], authors: [author, other], redirects: [] },
  })
  const headings = ([2, 2, 3] as const).map((level, index) => ({ id: `s-${index}`, text: 'Sample', level }))
  return { library, body: { id: '', headings } }
}

function smallMagazine(): View[] {
  const { library, body } = oneArticle()
  return viewsOf(library, () => body, body)
}

/** One article that has what it must, and a category without any. */
function oneArticle() {
  const categories = ['sample-alone', 'sample-empty'].map((slug) => ({ ...category, slug }))
  const author = {
    name: 'A Sample Alone',
    slug: 'a-sample-alone',
    links: [{ label: 'Sample', url: 'https://sample.example/' }],
  }
  const entry: Entry = {
    ...{ file: '', slug: 'sample-alone', title: 'A sample', excerpt: 'A sample.', category: 'sample-alone' },
    ...{ authors: [author.name], date: '2018-01-01', tags: [], aliases: [], minutes: 1, featured: false },
    ...{ withheld: 'draft', picture: { ...picture, credit: 'A sample.' } },
  }
  const library = createLibrary({ entries: [entry], categories, authors: [author], redirects: [] })
  return { library, body: { id: '', headings: [] } }
}

const category = { slug: 'sample', name: 'Sample', description: 'A sample.', hue: hues[0] ?? '' }

const entryOf = (index: number, category: string, authors: string[]): Entry => ({
  ...{ file: '', slug: `sample-${index}`, title: `Sample ${index}`, excerpt: 'A sample.', category, authors },
  ...{ date: '2020-01-01', updated: '2020-02-01', tags: ['Sample'], series: 'Sample', aliases: [], minutes: 1 },
  featured: index === 0,
  ...pictures[index],
})

const picture = { src: '/pictures/sample.gif', width: 640, height: 400 }
const candidates = [320, 640].map((width) => ({ src: `/pictures/sample-${width}.webp`, width }))
// One in one file, as those that move, and a long one in several; the others have drawn covers.
const pictures = [{ picture }, { picture: { ...picture, width: 1600, webp: candidates, avif: candidates } }]
