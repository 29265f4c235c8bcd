import type { ArticleView } from '@/lib/library/article-view'
import styles from './CoverFigure.module.css'
import { CoverPicture } from './CoverPicture'
import { Drawing } from './Drawing'

type CoverFigureProps = { article: Pick<ArticleView, 'slug' | 'cover' | 'art' | 'credit'> }

/** The picture of an article above its text, whole; art made for it is cropped to a band. */
export function CoverFigure({ article: { slug, cover, art, credit } }: CoverFigureProps) {
  if (art)
    return (
      <div className={styles.art} data-travels={`cover-${slug}`}>
        <Drawing svg={art} />
      </div>
    )
  return (
    <figure className={styles.picture}>
      <CoverPicture cover={cover} slug={slug} place="article" isFirst />
      {credit ? <figcaption className={styles.credit}>{credit}</figcaption> : null}
    </figure>
  )
}
