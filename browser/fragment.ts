const prefix = 's-'

/** What stands after the # of an address, as an id is written. */
export function nameIn({ hash }: { hash: string }): string {
  const name = hash.slice(1)
  try {
    return decodeURIComponent(name)
  } catch {
    // A stray % stands for itself.
    return name
  }
}

/** A link to `#smart-cities` finds its heading, whose id carries a prefix on the page. */
export function findFragment() {
  const name = nameIn(location)
  if (name && !document.getElementById(name)) document.getElementById(prefix + name)?.scrollIntoView()
}
