import type { Cover } from '@/lib/library/card'

type CoverPictureProps = { cover: Cover; slug: string; isFirst?: boolean }

/** The picture of an article. Its name lets it travel from a card to the article when the page turns. */
export function CoverPicture({ cover: { src, width, height, alt }, slug, isFirst = false }: CoverPictureProps) {
  return (
    <img
      src={src}
      width={width}
      height={height}
      alt={alt}
      data-travels={`cover-${slug}`}
      loading={isFirst ? undefined : 'lazy'}
      fetchPriority={isFirst ? 'high' : undefined}
      decoding="async"
    />
  )
}
