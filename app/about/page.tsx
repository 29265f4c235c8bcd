import { AboutPage } from '@/components/AboutPage'
import { aboutPath } from '@/lib/routes'
import { Described } from '../described'
import { metadataOf } from '../metadata'
import { viewAt } from '../view'

const view = () => viewAt('about', aboutPath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  const page = await view()
  return (
    <Described view={page}>
      <AboutPage view={page} />
    </Described>
  )
}
