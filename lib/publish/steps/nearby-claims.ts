import { folded } from '../../content/folded'
import { createPathClaims } from '../../library/path-claims'

/**
 * Has each of these files claim its place. Those of a topmost folder do so when something in it is asked for: a step adds to
 * few folders, and ten thousand articles have forty thousand files in others.
 */
export function claimsOf(files: Iterable<string>): ReturnType<typeof createPathClaims> {
  const claims = createPathClaims()
  const unclaimed = byTopmost(files)
  return {
    claim: claims.claim,
    ownerAt(file) {
      const name = folded(topmost(file))
      for (const near of unclaimed.get(name) ?? []) claims.claim(near, near)
      unclaimed.delete(name)
      return claims.ownerAt(file)
    },
  }
}

/** Files by the first name of their paths, as disks compare it. */
function byTopmost(files: Iterable<string>): Map<string, string[]> {
  const spelled = new Map<string, string[]>()
  for (const file of files) {
    const known = spelled.get(topmost(file))
    if (known) known.push(file)
    else spelled.set(topmost(file), [file])
  }
  const groups = new Map<string, string[]>()
  for (const [name, group] of spelled) groups.set(folded(name), [...(groups.get(folded(name)) ?? []), ...group])
  return groups
}

function topmost(file: string): string {
  const end = file.indexOf('/', 1)
  return end < 0 ? file : file.slice(0, end)
}
