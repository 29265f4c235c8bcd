import { site } from './site'

/** The URL contract. Every path of the site is made here, already under the path the site lives at. */
const at = (path: string) => `${site.basePath}${path}`
const paged = (path: string, page?: number) => (page === undefined ? at(path) : at(`${path}page/${page}/`))

export const frontPath = () => at('/')
export const articlesPath = (page?: number) => paged('/articles/', page)
export const articlePath = (slug: string) => at(`/articles/${slug}/`)
export const categoryPath = (slug: string, page?: number) => paged(`/category/${slug}/`, page)
export const tagPath = (slug: string, page?: number) => paged(`/tag/${slug}/`, page)
export const authorPath = (slug: string, page?: number) => paged(`/author/${slug}/`, page)
export const seriesPath = (slug: string) => at(`/series/${slug}/`)
export const archivePath = () => at('/archive/')
export const yearPath = (year: string, page?: number) => paged(`/archive/${year}/`, page)
export const aboutPath = () => at('/about/')
/** The article as it was written. */
export const alternatePath = (slug: string) => at(`/articles/${slug}.md`)

const feedFiles = ['feed.xml', 'atom.xml', 'feed.json'] as const
export type FeedFile = (typeof feedFiles)[number]
/** Which feeds a list has. The front page's are those of the whole site. */
export const feedsOf = (list: string): readonly FeedFile[] =>
  /^(?:front|category)$/.test(list) ? feedFiles : /^(?:tag|author)$/.test(list) ? ['feed.xml'] : []
/** A feed of the list whose path is given. */
export const feedPath = (list: string, file: FeedFile = 'feed.xml') => `${list}${file}`

/** The list of all pages, or one of its parts where it is too long for a single file. */
export const sitemapPath = (part?: number) => at(part === undefined ? '/sitemap.xml' : `/sitemap-${part}.xml`)
export const robotsPath = () => at('/robots.txt')
export const llmsPath = () => at('/llms.txt')
export const notFoundPath = () => at('/404.html')
/** Icons lie where browsers look for them by themselves. */
export const iconPath = (file: string) => at(`/${file}`)
export const manifestPath = () => at('/manifest.webmanifest')
/** Generated cover art. The category stands in the path because it decides the picture. */
export const artPath = (category: string, slug: string) => at(`/art/${category}/${slug}.svg`)
/** A local picture; `file` carries a hash of its content. */
export const picturePath = (file: string) => at(`/pictures/${file}`)
/** The picture that is shown where an article is shared; `file` carries a hash of all that it shows. */
export const cardPath = (file: string) => at(`/cards/${file}`)
/** Where `dev` tells open pages that a post has changed. */
export const livePath = () => at('/live')
export const assetPath = (file: string) => at(`/assets/${file}`)

/** The whole address, for canonical links, feeds and cards. */
export const absolute = (path: string) => `${site.origin}${path}`
