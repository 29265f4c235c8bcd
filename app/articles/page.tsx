import { ListPage } from '@/components/ListPage'
import { readView } from '@/lib/publish/view-store'
import { articlesPath } from '@/lib/routes'
import { metadataOf } from '../metadata'

const view = () => readView('list', articlesPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  return <ListPage view={await view()} />
}
