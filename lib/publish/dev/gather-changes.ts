import { fileStatAt } from '../../file-stat'

// A checkout writes many files, one right after the other.
const together = 100

/**
 * Tells of files that change within a moment at once. Of one that is as it was when it was told of, nothing is said: a single
 * save may be seen twice.
 */
export function gatherChanges(onChanged: (files: string[]) => void) {
  const files = new Set<string>()
  const told = new Map<string, string>()
  return (file: string): void => {
    if (files.size === 0) setTimeout(tell, together).unref()
    files.add(file)
  }

  function tell(): void {
    const news = [...files].filter((file) => told.get(file) !== stateOf(file))
    for (const file of news) told.set(file, stateOf(file))
    files.clear()
    if (news.length) onChanged(news)
  }
}

const stateOf = (file: string) => fileStatAt(file)?.text ?? 'gone'
