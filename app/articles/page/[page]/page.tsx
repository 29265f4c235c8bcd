import { ListPage } from '@/components/ListPage'
import { plannedParams } from '@/lib/publish/views/view-store'
import { articlesPath } from '@/lib/routes'
import { Described } from '../../../described'
import { viewAt } from '../../../view'

type Props = { params: Promise<{ page: string }> }

export const generateStaticParams = async () =>
  (await plannedParams('articles/page')).map(({ slug }) => ({ page: slug }))

export default async function Page({ params }: Props) {
  const page = await viewAt('list', articlesPath(Number((await params).page)))
  return (
    <Described view={page}>
      <ListPage view={page} />
    </Described>
  )
}
