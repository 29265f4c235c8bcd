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
export const notFoundPath = () => at('/404.html')
export const iconPath = (file: 'favicon.svg' | 'favicon.ico' | 'apple-touch-icon.png') => at(`/${file}`)
/** Generated cover art. The category stands in the path because it decides the picture. */
export const artPath = (category: string, slug: string) => at(`/art/${category}/${slug}.svg`)
/** A local picture; `file` carries a hash of its content. */
export const picturePath = (file: string) => at(`/pictures/${file}`)
/** Where `dev` tells open pages that a post has changed. */
export const livePath = () => at('/live')
export const assetPath = (file: string) => at(`/assets/${file}`)

/** The whole address, for canonical links, feeds and cards. */
export const absolute = (path: string) => `${site.origin}${path}`
