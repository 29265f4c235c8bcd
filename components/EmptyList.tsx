import { words } from '@/lib/words/words'
import styles from './EmptyList.module.css'

/** What a list says while nothing has been published in it. */
export function EmptyList() {
  return (
    <div className={styles.empty}>
      <svg className={styles.drawing} viewBox="0 0 320 120" fill="none" aria-hidden="true">
        <path
          className={styles.sense}
          d="M0 12H320M0 24H320M0 36H320M0 48H320M0 60H320M0 72H320M0 84H320M0 96H320M0 108H320"
        />
        <path className={styles.act} d="M-10 96C90 96 120 24 330 24" />
      </svg>
      <p>{words.empty}</p>
    </div>
  )
}
