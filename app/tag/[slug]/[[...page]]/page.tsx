import { ListPage } from '@/components/ListPage'
import { plannedParams } from '@/lib/publish/views/view-store'
import { tagPath } from '@/lib/routes'
import { Described } from '../../../described'
import { type ListProps, pathOf, viewAt } from '../../../view'

export const generateStaticParams = () => plannedParams('tag')

export default async function Page({ params }: ListProps) {
  const page = await viewAt('list', await pathOf(tagPath, params))
  return (
    <Described view={page}>
      <ListPage view={page} />
    </Described>
  )
}
