import { AboutPage } from '@/components/AboutPage'
import { aboutPath } from '@/lib/routes'
import { Described } from '../described'
import { viewAt } from '../view'

export default async function Page() {
  const page = await viewAt('about', aboutPath())
  return (
    <Described view={page}>
      <AboutPage view={page} />
    </Described>
  )
}
