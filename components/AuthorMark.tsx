import styles from './AuthorMark.module.css'
import { Drawing } from './Drawing'

type AuthorMarkProps = { mark: string; size: 'small' | 'large' }

/** The small drawing that stands for an author. */
export function AuthorMark({ mark, size }: AuthorMarkProps) {
  return (
    <span className={styles[size]}>
      <Drawing svg={mark} />
    </span>
  )
}
