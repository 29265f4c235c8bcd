import { ArticlePage } from '@/components/ArticlePage'
import { plannedParams } from '@/lib/publish/views/view-store'
import { articlePath } from '@/lib/routes'
import { Described } from '../../described'
import { type ListProps, pathOf, viewAt } from '../../view'

export const generateStaticParams = () => plannedParams('articles')

export default async function Page({ params }: ListProps) {
  const page = await viewAt('article', await pathOf(articlePath, params))
  return (
    <Described view={page}>
      <ArticlePage view={page} />
    </Described>
  )
}
