const prefix = 's-'

/** A link to `#smart-cities` finds its heading, whose id carries a prefix on the page. */
export function findFragment() {
  const name = decodeURIComponent(location.hash.slice(1))
  if (name && !document.getElementById(name)) document.getElementById(prefix + name)?.scrollIntoView()
}
