import Link from 'next/link'
import { readPost, slugs } from './posts'

export const metadata = { title: 'Articles', description: 'The newest articles.' }

export default function Page() {
  return (
    <main>
      <h1>Articles</h1>
      <ul>
        {slugs()
          .slice(0, 20)
          .map((slug) => (
            <li key={slug}>
              <Link href={`/articles/${slug}/`}>{readPost(slug).data.title}</Link>
            </li>
          ))}
      </ul>
    </main>
  )
}
