import { ListPage } from '@/components/ListPage'
import { plannedParams } from '@/lib/publish/view-store'
import { authorPath } from '@/lib/routes'
import { Described } from '../../../described'
import { metadataOf } from '../../../metadata'
import { type ListProps, pathOf, viewAt } from '../../../view'

const view = async ({ params }: ListProps) => viewAt('list', await pathOf(authorPath, params))

export const generateStaticParams = () => plannedParams('author')
export const generateMetadata = async (props: ListProps) => metadataOf(await view(props))

export default async function Page(props: ListProps) {
  const page = await view(props)
  return (
    <Described view={page}>
      <ListPage view={page} />
    </Described>
  )
}
