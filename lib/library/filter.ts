import { articlesPath, categoryPath } from '../routes'
import type { Hue } from '../site'
import { words } from '../words/words'
import type { Library } from './library'

/** One link of the category filter. `hue` is absent for "All", `count` on pages that must not change when others do. */
export type FilterItem = { name: string; path: string; hue?: Hue; count?: number; current: boolean }

/** The categories in the order of `_categories.yml`, after "All". `current` is a category's slug, or 'all'. */
export function filterOf(library: Library, { current, counts }: { current?: string; counts: boolean }): FilterItem[] {
  const count = (articles: number) => (counts ? { count: articles } : {})
  return [
    { name: words.all, path: articlesPath(), ...count(library.entries.length), current: current === 'all' },
    ...library.categories.map(({ slug, name, hue }) => ({
      name,
      path: categoryPath(slug),
      hue,
      ...count(library.byCategory.get(slug)?.length ?? 0),
      current: current === slug,
    })),
  ]
}
