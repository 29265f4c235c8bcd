import { ListPage } from '@/components/ListPage'
import { plannedParams, readView } from '@/lib/publish/view-store'
import { tagPath } from '@/lib/routes'
import { type ListProps, pageOf } from '../../../list-params'
import { metadataOf } from '../../../metadata'

const view = async ({ params }: ListProps) => readView('list', await pageOf(tagPath, params))

export const dynamicParams = false
export const generateStaticParams = () => plannedParams('tag')
export const generateMetadata = async (props: ListProps) => metadataOf(await view(props))

export default async function Page(props: ListProps) {
  return <ListPage view={await view(props)} />
}
