import { SeriesPage } from '@/components/SeriesPage'
import { plannedParams } from '@/lib/publish/views/view-store'
import { seriesPath } from '@/lib/routes'
import { Described } from '../../described'
import { type ListProps, pathOf, viewAt } from '../../view'

export const generateStaticParams = () => plannedParams('series')

export default async function Page({ params }: ListProps) {
  const page = await viewAt('series', await pathOf(seriesPath, params))
  return (
    <Described view={page}>
      <SeriesPage view={page} />
    </Described>
  )
}
