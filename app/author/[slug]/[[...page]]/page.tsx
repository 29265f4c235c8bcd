import { ListPage } from '@/components/ListPage'
import { plannedParams } from '@/lib/publish/views/view-store'
import { authorPath } from '@/lib/routes'
import { Described } from '../../../described'
import { type ListProps, pathOf, viewAt } from '../../../view'

export const generateStaticParams = () => plannedParams('author')

export default async function Page({ params }: ListProps) {
  const page = await viewAt('list', await pathOf(authorPath, params))
  return (
    <Described view={page}>
      <ListPage view={page} />
    </Described>
  )
}
