import { createLibrary, type Entry } from '../../library/library'
import { type View, viewsOf } from '../../library/views'
import { hues, site } from '../../site'

/**
 * The pages of a magazine that nobody reads: at least one for every route, every kind of list with a second page, and every
 * kind of picture.
 */
export function sampleViews(): View[] {
  const category = { slug: 'sample', name: 'Sample', description: 'A sample.', hue: hues[0] ?? 'blue' }
  const author = { name: 'A Sample', slug: 'a-sample', bio: 'A sample.', links: [], picture: picture.src }
  const entries = Array.from({ length: 2 * site.pageSize }, (_, index) => entryOf(index, category.slug, author.name))
  const library = createLibrary({ entries, categories: [category], authors: [author], redirects: [] })
  const body = { id: '', headings: [{ id: 's-sample', text: 'Sample', level: 2 as const }] }
  return viewsOf(library, () => body, body)
}

const entryOf = (index: number, category: string, author: string): Entry => ({
  ...{ file: '', slug: `sample-${index}`, title: `Sample ${index}`, excerpt: 'A sample.', category, authors: [author] },
  ...{ date: '2020-01-01', updated: '2020-02-01', tags: ['Sample'], series: 'Sample', aliases: [], minutes: 1 },
  featured: index === 0,
  ...pictures[index],
})

const picture = { src: '/pictures/sample.gif', width: 640, height: 400 }
const candidates = [320, 640].map((width) => ({ src: `/pictures/sample-${width}.webp`, width }))
// One in one file, as those that move, and one in several; the others have drawn covers.
const pictures = [{ picture }, { picture: { ...picture, webp: candidates, avif: candidates } }]
