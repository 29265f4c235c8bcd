import { frontPath } from '@/lib/routes'
import { site } from '@/lib/site'
import { formatWeekday } from '@/lib/words/dates'
import styles from './SiteHeader.module.css'

type SiteHeaderProps = { day?: string | undefined; isFront: boolean }

/** The name plate. An ampersand in the name is set light and slanted: the hinge between sensing and acting. */
export function SiteHeader({ day, isFront }: SiteHeaderProps) {
  const plate = (
    <a href={frontPath()} className={styles.plate} aria-current={isFront ? 'page' : undefined}>
      {namePlate(site.name)}
    </a>
  )
  return (
    <header className={styles.header}>
      {isFront ? <h1 className={styles.name}>{plate}</h1> : <p className={styles.name}>{plate}</p>}
      <p className={styles.about}>
        {site.tagline}
        {day ? (
          <time className={styles.day} dateTime={day}>
            {formatWeekday(day)}
          </time>
        ) : null}
      </p>
    </header>
  )
}

function namePlate(name: string) {
  const [before, ...after] = name.split(' & ')
  if (!after.length) return name
  return (
    <>
      {before}
      <em className={styles.and}> & </em>
      {after.join(' & ')}
    </>
  )
}
