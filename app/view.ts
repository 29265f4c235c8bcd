import { notFound } from 'next/navigation'
import type { View } from '@/lib/library/views'
import { readView } from '@/lib/publish/views/view-store'

/** The view of a page. A page that is not planned is not found. */
export async function viewAt<Kind extends View['kind']>(kind: Kind, path: string) {
  return (await readView(kind, path)) ?? notFound()
}

/** `page` is absent on the page of a list that has no number, and ['page', '3'] on those that have one. */
export type ListProps = { params: Promise<{ slug: string; page?: string[] }> }

/** The path that the params of a route stand for. */
export async function pathOf(
  path: (slug: string, page?: number) => string,
  params: ListProps['params'],
): Promise<string> {
  const { slug, page } = await params
  return path(slug, page?.length ? Number(page[1]) : undefined)
}
