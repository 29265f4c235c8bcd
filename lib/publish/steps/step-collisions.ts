import path from 'node:path'
import { shownAs } from '../../library/path-claims'
import { fileOfPath } from '../../library/site-paths'
import { site } from '../../site'
import { spellings } from '../host/old-paths'
import { isRefused } from '../host/refused-paths'
import { fileInRelease } from '../release-file'
import { claimsOf } from './nearby-claims'
import type { Unpublished } from './publish-step'

type Release = Pick<Unpublished, 'plan' | 'site'>

/** Keeps the files of steps apart from all else that a release holds, and from each other. */
export function createCollisions(release: Release, taken: Iterable<string>) {
  const claims = claimsOf(taken)
  const gone = new Set(
    release.site.library.redirects
      .filter(({ to, query }) => !to && !query)
      .flatMap(spellings)
      .map(fileOfPath),
  )
  const ofSteps = new Map<string, string>()
  const words = (file: string) => ofSteps.get(file) ?? ownerOf(file, release)

  function whyTaken(file: string): string | undefined {
    const found = claims.ownerAt(file)
    const { here, there } = found?.spellings ?? {}
    const spelt = here === undefined ? '' : ` Many disks take ${here} and ${there} for one.`
    if (found) return `but ${words(found.owner)} has that place.${spelt}`
    if (gone.has(file)) return 'but _redirects.yml says that this is gone.'
    const other = sentInPlace(file).find((name) => claims.ownerAt(name)?.owner === name)
    return other && `and servers send one of it and ${words(other)} in place of the other.`
  }

  return {
    /** Gives a step the place of a path. Throws where it is no path of the site, or has something else in its place. */
    claim(sitePath: string, step: string): void {
      throwUnlessPath(sitePath)
      const file = fileInRelease(sitePath)
      const reason = whyTaken(file)
      if (reason !== undefined) throw new Error(`it adds ${shownAs(file)}, ${reason} Give it another path.`)
      claims.claim(file, file)
      ofSteps.set(file, `${file} of the step "${step}"`)
    },
  }
}

const compressed = ['.br', '.gz', '.zst']

/** The file that servers may send one in place of, and those that they may send in its place. */
const sentInPlace = (file: string) => [
  ...compressed.filter((ending) => file.endsWith(ending)).map((ending) => file.slice(0, -ending.length)),
  ...compressed.map((ending) => file + ending),
]

function throwUnlessPath(sitePath: string): void {
  const isSound = sitePath.startsWith(`${site.basePath}/`) && !isRefused(sitePath) && !/[?#%\p{Cc}]/u.test(sitePath)
  if (isSound) return
  throw new Error(
    `it adds "${sitePath}", which is no path of the site. Write one as lib/routes.ts makes them: "${site.basePath}/words/a.json".`,
  )
}

/** What a file of a release is, in words that say where it comes from. */
function ownerOf(file: string, { plan, site: { library } }: Release): string {
  const page = [...plan.pages.keys()].find((page) => fileInRelease(page) === file)
  if (page !== undefined) return `the page ${page}`
  const isHere = (from: string) => fileOfPath(from) === file
  const planned = plan.files.get(file)?.file
  if (planned && 'copyOf' in planned) return path.relative('.', planned.copyOf)
  const aliased = library.entries.find(({ aliases }) => aliases.some(isHere))
  if (aliased) return `an alias of ${aliased.file}`
  const redirect = library.redirects.find(({ from }) => isHere(from))
  if (redirect) return `a redirect of ${redirect.file ?? '_redirects.yml'}`
  return `${file} of the site itself`
}
