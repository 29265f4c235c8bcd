import { words } from '@/lib/words/words'
import styles from './ThemeSwitch.module.css'

/** Turns the page to the other paper. Shown only where scripts run; without them the system's preference holds. */
export function ThemeSwitch() {
  return (
    <button type="button" className={styles.switch} data-theme-switch aria-pressed="false" aria-label={words.darkPaper}>
      <svg className={styles.disc} viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2a8 8 0 0 1 0 16z" fill="currentColor" />
      </svg>
    </button>
  )
}
