import styles from './PageHeading.module.css'

type PageHeadingProps = { title: string; description: string; kicker?: string }

/** The title of a page that lists articles, under the stroke of its hue. */
export function PageHeading({ title, description, kicker }: PageHeadingProps) {
  return (
    <header className={styles.heading}>
      {kicker ? <p className={styles.kicker}>{kicker}</p> : null}
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.description}>{description}</p>
    </header>
  )
}
