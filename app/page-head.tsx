import type { ArticleView } from '@/lib/library/article-view'
import type { View } from '@/lib/library/views'
import { cardImage, magazineCard } from '@/lib/media/card/social-card'
import { absolute, iconPath, manifestPath } from '@/lib/routes'
import { site } from '@/lib/site'
import { alternatesOf } from './alternates'

type PageHeadProps = { view: View }

/**
 * What the head of any page says about it; React puts it there. It is no `generateMetadata`, so that whoever renders a
 * page's components has the whole page. Addresses are whole, so that the site's own path is in them once.
 */
export function PageHead({ view }: PageHeadProps) {
  const { title, description } = view
  return (
    <>
      <title>{wholeTitle(view)}</title>
      <meta name="description" content={description} />
      {view.kind === 'not-found' ? null : <Address view={view} />}
      <link rel="manifest" href={manifestPath()} />
      <link rel="icon" href={iconPath('favicon.ico')} sizes="32x32" />
      <link rel="icon" href={iconPath('favicon.svg')} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={iconPath('apple-touch-icon.png')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:locale" content={site.language.replace('-', '_')} />
      <Picture view={view} />
      {view.kind === 'article' ? <Article view={view} /> : <meta property="og:type" content="website" />}
    </>
  )
}

function wholeTitle({ kind, title }: View): string {
  if (kind === 'front') return `${site.name}: ${site.tagline}`
  return title.includes(site.name) ? title : `${title} · ${site.name}`
}

/** Where the page is found, and in which other forms. */
function Address({ view }: PageHeadProps) {
  const { canonical, links } = alternatesOf(view)
  return (
    <>
      <meta name="robots" content="index, follow, max-image-preview:large" />
      <link rel="canonical" href={canonical} />
      {links.map(({ type, href, title }) => (
        <link key={href} rel="alternate" type={type} href={href} title={title} />
      ))}
      <meta property="og:url" content={absolute(view.path)} />
    </>
  )
}

/** What a site that shows a link to the page shows beside it. */
function Picture({ view }: PageHeadProps) {
  const { src, width, height, alt } = view.kind === 'article' ? view.card : cardImage(magazineCard)
  return (
    <>
      <meta property="og:image" content={absolute(src)} />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:image:alt" content={alt} />
    </>
  )
}

function Article({ view }: { view: ArticleView }) {
  const { authors, category, date, updated, tags } = view
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="article:published_time" content={date} />
      {updated ? <meta property="article:modified_time" content={updated} /> : null}
      <meta property="article:section" content={category.name} />
      {authors.map(({ name, path }) => (
        <Author key={path} name={name} address={absolute(path)} />
      ))}
      {tags.map(({ name }) => (
        <meta key={name} property="article:tag" content={name} />
      ))}
    </>
  )
}

function Author({ name, address }: { name: string; address: string }) {
  return (
    <>
      <meta name="author" content={name} />
      <link rel="author" href={address} />
      <meta property="article:author" content={address} />
    </>
  )
}
