import { FrontPage } from '@/components/FrontPage'
import { frontPath } from '@/lib/routes'
import { Described } from './described'
import { metadataOf } from './metadata'
import { viewAt } from './view'

const view = () => viewAt('front', frontPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  const page = await view()
  return (
    <Described view={page}>
      <FrontPage view={page} />
    </Described>
  )
}
