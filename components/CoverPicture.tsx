import type { Cover } from '@/lib/library/card'

/** What decides how wide a picture is: the component it stands in. */
export type CoverPlace = 'article' | 'lead' | 'second' | 'card'

type CoverPictureProps = { cover: Cover; slug: string; place: CoverPlace; isFirst?: boolean }

// The widths and shapes that the style sheets of the four components come to, widest screen first. Outside of them the page
// leaves `93.6vw - 0.8rem`: the window less its gutters, which grow with it. `shape` is that of a large frame that cuts pictures;
// `widest` spares a list the files that no screen would take.
const places: Record<CoverPlace, { widths: [from: string, width: string][]; shape?: number; widest: number }> = {
  article: {
    widths: [
      ['78rem', '72rem'],
      ['', '93.6vw - 0.8rem'],
    ],
    widest: 1600,
  },
  lead: {
    widths: [
      ['78rem', '43.8rem'],
      ['62rem', '58.2vw - 1.5rem'],
      ['', '93.6vw - 0.8rem'],
    ],
    shape: 16 / 10,
    widest: 1600,
  },
  second: {
    widths: [
      ['78rem', '25.5rem'],
      ['62rem', '33.8vw - 0.9rem'],
      ['36rem', '46vw - 1.2rem'],
      ['', '93.6vw - 0.8rem'],
    ],
    shape: 2.2,
    widest: 1280,
  },
  card: {
    widths: [
      ['43.6rem', '9.5rem'],
      ['', '6.5rem'],
    ],
    widest: 640,
  },
}

/** The picture of an article. Its name lets it travel from a card to the article when the page turns. */
export function CoverPicture({ cover, slug, place, isFirst = false }: CoverPictureProps) {
  const { src, width, height, alt, avif, webp } = cover
  const sizes = webp && sizesOf(cover, place)
  const image = (
    <img
      src={src}
      srcSet={webp && srcSetOf(webp, place)}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt}
      data-travels={`cover-${slug}`}
      loading={isFirst ? undefined : 'lazy'}
      fetchPriority={isFirst ? 'high' : undefined}
      decoding="async"
    />
  )
  if (!avif && !isFirst) return image
  return (
    // For a picture at once React puts a preload into the head, unless it stands in here. The page is there before that helps.
    <picture>
      {avif ? <source type="image/avif" srcSet={srcSetOf(avif, place)} sizes={sizes} /> : null}
      {image}
    </picture>
  )
}

// A picture longer than its frame is as high as the frame, and its ends are cut off: it is wider than what one sees of it.
function sizesOf({ width, height }: Cover, place: CoverPlace): string {
  const { widths, shape = width / height } = places[place]
  const excess = Math.max(1, width / height / shape)
  const scaled = (size: string) => (excess > 1.02 ? `calc(${excess.toFixed(2)} * (${size}))` : plain(size))
  return widths.map(([from, size]) => (from ? `(min-width: ${from}) ${scaled(size)}` : scaled(size))).join(', ')
}

const plain = (size: string) => (size.includes(' ') ? `calc(${size})` : size)

function srcSetOf(candidates: NonNullable<Cover['webp']>, place: CoverPlace): string {
  const few = candidates.filter(({ width }, index) => index === 0 || width <= places[place].widest)
  return few.map(({ src, width }) => `${src} ${width}w`).join(', ')
}
