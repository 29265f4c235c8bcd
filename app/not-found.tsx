import { NotFoundPage } from '@/components/NotFoundPage'
import { readView } from '@/lib/publish/view-store'
import { notFoundPath } from '@/lib/routes'
import { metadataOf } from './metadata'

const view = () => readView('not-found', notFoundPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function NotFound() {
  return <NotFoundPage view={await view()} />
}
