import type { ElementContent } from 'hast'
import type { Picture } from '../../media/picture/pictures'
import { hast } from '../elements'

// What components/ArticlePage.module.css and Prose.module.css give a picture, from the widest window down. The page leaves the
// window less its gutters. The text takes that up to 36.8rem; from there on its measure, 29em, grows with its letters until
// they are as large as they get. A wide figure takes the page, and from 68.2rem what is left of it beside the contents.
const page = { from: 0, vw: 93.6, rem: -0.8 }
const textSteps = [{ from: 77.3, vw: 0, rem: 36.25 }, { from: 36.8, vw: 6.38, rem: 31.32 }, page]
const wideSteps = [{ from: 78, vw: 0, rem: 57.25 }, { from: 68.2, vw: 92, rem: -14.4 }, page]

/** How wide a picture in running text is shown: never wider than its column, and never wider than it is. */
export function sizesInText(width: number, isWide: boolean): string {
  if (isWide) return wideSteps.map(sizeOf).join(', ')
  const from = windowFor(width / 16)
  if (from === undefined) return textSteps.map(sizeOf).join(', ')
  const narrower = textSteps.filter((step) => step.from < from).map(sizeOf)
  return [`(min-width: ${from}rem) ${width}px`, ...narrower].join(', ')
}

const sizeOf = ({ from, vw, rem }: typeof page) => {
  const size = vw ? `calc(${vw}vw ${rem < 0 ? '-' : '+'} ${Math.abs(rem)}rem)` : `${rem}rem`
  return from ? `(min-width: ${from}rem) ${size}` : size
}

/** The window, in rem, in which the text becomes as wide as a picture, if it ever does. Of the steps the narrowest holds. */
function windowFor(width: number): number | undefined {
  const window = Math.max(...textSteps.map(({ vw, rem }) => (width - rem) / (vw / 100)))
  return Number.isFinite(window) ? Number(window.toFixed(1)) : undefined
}

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
