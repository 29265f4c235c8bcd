import { AboutPage } from '@/components/AboutPage'
import { aboutPath } from '@/lib/routes'
import { metadataOf } from '../metadata'
import { viewAt } from '../view'

const view = () => viewAt('about', aboutPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  return <AboutPage view={await view()} />
}
