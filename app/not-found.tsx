import { NotFoundPage } from '@/components/NotFoundPage'
import { notFoundPath } from '@/lib/routes'
import { Described } from './described'
import { viewAt } from './view'

export default async function NotFound() {
  const page = await viewAt('not-found', notFoundPath())
  return (
    <Described view={page}>
      <NotFoundPage view={page} />
    </Described>
  )
}
