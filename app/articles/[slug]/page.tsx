import { ArticlePage } from '@/components/ArticlePage'
import { plannedParams } from '@/lib/publish/view-store'
import { articlePath } from '@/lib/routes'
import { Described } from '../../described'
import { metadataOf } from '../../metadata'
import { type ListProps, pathOf, viewAt } from '../../view'

const view = async ({ params }: ListProps) => viewAt('article', await pathOf(articlePath, params))

export const generateStaticParams = () => plannedParams('articles')
export const generateMetadata = async (props: ListProps) => metadataOf(await view(props))

export default async function Page(props: ListProps) {
  const page = await view(props)
  return (
    <Described view={page}>
      <ArticlePage view={page} />
    </Described>
  )
}
