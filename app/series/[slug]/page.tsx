import { SeriesPage } from '@/components/SeriesPage'
import { plannedParams } from '@/lib/publish/view-store'
import { seriesPath } from '@/lib/routes'
import { Described } from '../../described'
import { metadataOf } from '../../metadata'
import { type ListProps, pathOf, viewAt } from '../../view'

const view = async ({ params }: ListProps) => viewAt('series', await pathOf(seriesPath, params))

export const generateStaticParams = () => plannedParams('series')
export const generateMetadata = async (props: ListProps) => metadataOf(await view(props))

export default async function Page(props: ListProps) {
  const page = await view(props)
  return (
    <Described view={page}>
      <SeriesPage view={page} />
    </Described>
  )
}
