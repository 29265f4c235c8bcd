import { FrontPage } from '@/components/FrontPage'
import { readView } from '@/lib/publish/view-store'
import { frontPath } from '@/lib/routes'
import { metadataOf } from './metadata'

const view = () => readView('front', frontPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  return <FrontPage view={await view()} />
}
