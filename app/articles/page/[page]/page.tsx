import { notFound } from 'next/navigation'
import { ListPage } from '@/components/ListPage'
import { placeholder, plannedParams, readView } from '@/lib/publish/view-store'
import { articlesPath } from '@/lib/routes'
import { metadataOf } from '../../../metadata'

type Props = { params: Promise<{ page: string }> }

async function view({ params }: Props) {
  const { page } = await params
  if (page === placeholder) notFound()
  return readView('list', articlesPath(Number(page)))
}

export const dynamicParams = false
export const generateStaticParams = async () =>
  (await plannedParams('articles/page')).map(({ slug }) => ({ page: slug }))
export const generateMetadata = async (props: Props) => metadataOf(await view(props))

export default async function Page(props: Props) {
  return <ListPage view={await view(props)} />
}
