import { remark } from 'remark'
import html from 'remark-html'
import { readPost, slugs } from '../../posts'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () => slugs().map((slug) => ({ slug }))

export async function generateMetadata({ params }: Props) {
  const { title, excerpt } = readPost((await params).slug).data
  return { title, description: excerpt }
}

export default async function Page({ params }: Props) {
  const { data, content } = readPost((await params).slug)
  const body = await remark().use(html, { sanitize: false }).process(content)
  return (
    <article>
      <h1>{data.title}</h1>
      <p>{data.excerpt}</p>
      <div dangerouslySetInnerHTML={{ __html: String(body) }} />
    </article>
  )
}
