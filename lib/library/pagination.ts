/** One page of a list. `number` is absent on the page that shows the newest. */
export type ListPage<T> = { number?: number; items: T[] }

/**
 * Cuts a list (newest first) into pages counted from the oldest: page 1 holds the oldest `size`, and a full page never
 * changes again. The page without a number comes first and holds the newest, one page size and the rest of the next.
 */
export function pagesOf<T>(newestFirst: T[], size: number): ListPage<T>[] {
  const numbered = numberedPages(newestFirst.length, size)
  const pages: ListPage<T>[] = [{ items: newestFirst.slice(0, newestFirst.length - numbered * size) }]
  for (let number = numbered; number >= 1; number--) {
    const end = newestFirst.length - (number - 1) * size
    pages.push({ number, items: newestFirst.slice(end - size, end) })
  }
  return pages
}

/** How many pages of a list have a number. */
export const numberedPages = (entries: number, size: number) => Math.max(0, Math.floor(entries / size) - 1)
