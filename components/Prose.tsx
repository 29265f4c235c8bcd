import styles from './Prose.module.css'

type ProseProps = { html: string }

/** Running text that Markdown made. It comes sanitised from `lib/markdown` and from nowhere else. */
export function Prose({ html }: ProseProps) {
  return <div className={styles.prose} dangerouslySetInnerHTML={{ __html: html }} />
}
