import { SeriesPage } from '@/components/SeriesPage'
import { plannedParams, readView } from '@/lib/publish/view-store'
import { seriesPath } from '@/lib/routes'
import { type ListProps, pageOf } from '../../list-params'
import { metadataOf } from '../../metadata'

const view = async ({ params }: ListProps) => readView('series', await pageOf(seriesPath, params))

export const dynamicParams = false
export const generateStaticParams = () => plannedParams('series')
export const generateMetadata = async (props: ListProps) => metadataOf(await view(props))

export default async function Page(props: ListProps) {
  return <SeriesPage view={await view(props)} />
}
