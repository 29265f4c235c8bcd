import { ArticlePage } from '@/components/ArticlePage'
import { plannedParams, readView } from '@/lib/publish/view-store'
import { articlePath } from '@/lib/routes'
import { type ListProps, pageOf } from '../../list-params'
import { metadataOf } from '../../metadata'

const view = async ({ params }: ListProps) => readView('article', await pageOf(articlePath, params))

export const dynamicParams = false
export const generateStaticParams = () => plannedParams('articles')
export const generateMetadata = async (props: ListProps) => metadataOf(await view(props))

export default async function Page(props: ListProps) {
  return <ArticlePage view={await view(props)} />
}
