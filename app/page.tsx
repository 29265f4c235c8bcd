import { FrontPage } from '@/components/FrontPage'
import { frontPath } from '@/lib/routes'
import { Described } from './described'
import { viewAt } from './view'

export default async function Page() {
  const page = await viewAt('front', frontPath())
  return (
    <Described view={page}>
      <FrontPage view={page} />
    </Described>
  )
}
