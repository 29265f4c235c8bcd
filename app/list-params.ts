import { notFound } from 'next/navigation'
import { placeholder } from '@/lib/publish/view-store'

/** `page` is absent on the page of a list that has no number, and ['page', '3'] on those that have one. */
export type ListProps = { params: Promise<{ slug: string; page?: string[] }> }

export async function pageOf(
  path: (slug: string, page?: number) => string,
  params: ListProps['params'],
): Promise<string> {
  const { slug, page } = await params
  if (slug === placeholder) notFound()
  return path(slug, page?.length ? Number(page[1]) : undefined)
}
