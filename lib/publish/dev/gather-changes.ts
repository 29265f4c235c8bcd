// A checkout writes many files, one right after the other.
const together = 100

/** Tells of files that change within a moment at once. */
export function gatherChanges(onChanged: (files: string[]) => void) {
  const files = new Set<string>()
  return (file: string): void => {
    if (files.size === 0) setTimeout(tell, together).unref()
    files.add(file)
  }

  function tell(): void {
    onChanged([...files])
    files.clear()
  }
}
