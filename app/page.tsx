import { FrontPage } from '@/components/FrontPage'
import { frontPath } from '@/lib/routes'
import { metadataOf } from './metadata'
import { viewAt } from './view'

const view = () => viewAt('front', frontPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  return <FrontPage view={await view()} />
}
