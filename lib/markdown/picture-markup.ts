import type { ElementContent } from 'hast'
import type { Picture } from '../media/picture/pictures'
import { hast } from './elements'

// What components/ArticlePage.module.css and Prose.module.css give a picture. Up to 68.2rem the text is as wide as the page
// less its gutters; from there on it is 38rem, and from 74.6rem a wide figure reaches over the margin beside it.
const column = '93.6vw - 0.8rem'
const measure = 38
const wideFigure = '(min-width: 74.6rem) 54.75rem, '

/** How wide a picture in running text is shown: never wider than its column, and never wider than it is. */
export function sizesInText(width: number, isWide: boolean): string {
  const inColumn = `(min-width: 68.2rem) ${measure}rem, `
  if (isWide) return `${wideFigure}${inColumn}calc(${column})`
  const rem = width / 16
  const whole = rem < widestColumn ? `(min-width: ${pageFor(rem)}rem) ${width}px, ` : ''
  return `${rem > measure ? inColumn : ''}${whole}calc(${column})`
}

// What the column comes to on a page of 68.2rem, and the page on which it comes to a width.
const widestColumn = 0.936 * 68.2 - 0.8
const pageFor = (width: number) => Number(((width + 0.8) / 0.936).toFixed(1))

/** The children of a `picture` element: each browser takes the first form it knows, in the width it has room for. */
export function pictureChildren(picture: Picture, alt: string, isWide: boolean): ElementContent[] {
  const { src, width, height, avif = [], webp = [] } = picture
  const sizes = sizesInText(width, isWide)
  const shown = { alt, width, height, loading: 'lazy', decoding: 'async' }
  return [
    ...(avif.length > 0 ? [hast('source', { type: 'image/avif', srcSet: srcSetOf(avif), sizes }, [])] : []),
    hast('img', { src, srcSet: srcSetOf(webp), sizes, ...shown }, []),
  ]
}

const srcSetOf = (candidates: NonNullable<Picture['webp']>) =>
  candidates.map(({ src, width }) => `${src} ${width}w`).join(', ')
