import { AboutPage } from '@/components/AboutPage'
import { readView } from '@/lib/publish/view-store'
import { aboutPath } from '@/lib/routes'
import { metadataOf } from '../metadata'

const view = () => readView('about', aboutPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  return <AboutPage view={await view()} />
}
