import { ListPage } from '@/components/ListPage'
import { articlesPath } from '@/lib/routes'
import { Described } from '../described'
import { viewAt } from '../view'

export default async function Page() {
  const page = await viewAt('list', articlesPath())
  return (
    <Described view={page}>
      <ListPage view={page} />
    </Described>
  )
}
