import { NotFoundPage } from '@/components/NotFoundPage'
import { notFoundPath } from '@/lib/routes'
import { metadataOf } from './metadata'
import { viewAt } from './view'

const view = () => viewAt('not-found', notFoundPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function NotFound() {
  return <NotFoundPage view={await view()} />
}
