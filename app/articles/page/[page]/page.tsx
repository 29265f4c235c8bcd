import { ListPage } from '@/components/ListPage'
import { plannedParams } from '@/lib/publish/view-store'
import { articlesPath } from '@/lib/routes'
import { Described } from '../../../described'
import { metadataOf } from '../../../metadata'
import { viewAt } from '../../../view'

type Props = { params: Promise<{ page: string }> }

const view = async ({ params }: Props) => viewAt('list', articlesPath(Number((await params).page)))

export const generateStaticParams = async () =>
  (await plannedParams('articles/page')).map(({ slug }) => ({ page: slug }))
export const generateMetadata = async (props: Props) => metadataOf(await view(props))

export default async function Page(props: Props) {
  const page = await view(props)
  return (
    <Described view={page}>
      <ListPage view={page} />
    </Described>
  )
}
