import { ListPage } from '@/components/ListPage'
import { articlesPath } from '@/lib/routes'
import { Described } from '../described'
import { metadataOf } from '../metadata'
import { viewAt } from '../view'

const view = () => viewAt('list', articlesPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  const page = await view()
  return (
    <Described view={page}>
      <ListPage view={page} />
    </Described>
  )
}
