import path from 'node:path'
import type { ColourPair, Settings } from './settings'
import { siteAddress } from './site-address'

const environment = process.env

/** What `posts/_site.yml` says. */
export const settings = settingsFrom(environment.SITE_SETTINGS)

/** The name of a colour that categories have. */
export type Hue = string
export const hues: Hue[] = Object.keys(settings.hues)

/** Every colour of the site, light and dark; cover art mixes its own from these. */
export const colours = settings.colours

/** The two colours of a hue. Throws an Error where there is none of that name. */
export function hueColours(hue: Hue): ColourPair {
  const found = settings.hues[hue]
  if (!found) throw new Error(`No hue has the name "${hue}"`)
  return found
}

const postsDirectory = path.resolve(environment.POSTS_DIR || 'posts')

export const site = {
  ...settings,
  ...addressFrom(environment.SITE_URL || settings.url),
  postsDirectory,
  /** Every address that was published. */
  ledgerFile: path.join(postsDirectory, '_addresses.txt'),
  /** Serves `_categories.yml` and `_authors.yml` where the posts' own folder has none. */
  fallbackDirectory: path.resolve('posts'),
  port: portFrom(environment.PORT || '3000'),
  /** Whether names are written where markup of ours belongs, for the finishing step to put it there. */
  namesMarkup: environment.SITE_MARKUP === 'named',
  /** Where pages' data and scripts lie until Next takes them. `dev` has a folder of its own: a build may run beside it. */
  stageDirectory: path.resolve(environment.SITE_STAGE === 'dev' ? '.cache/dev' : '.cache'),
}

/** The instant that decides what is due. `SITE_NOW` replaces the clock, so drafts, schedules and tests are exact. */
export function now(): Date {
  const text = environment.SITE_NOW
  if (!text) return new Date()
  const instant = new Date(text)
  // Without its zone, or in words, it would be another instant on another machine.
  const isWhole = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)
  if (isWhole && !Number.isNaN(instant.getTime())) return instant
  throw new Error(`SITE_NOW is not an ISO instant: "${text}". Write 2026-04-17T08:00:00Z.`)
}

/** A build of another instant than now is a rehearsal: what it publishes nobody has to find again. */
export const keepsAddresses = !environment.SITE_NOW

/** The number of a port. Throws an Error that says what to write. */
export function portFrom(text: string, name = 'PORT'): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port < 65_536) return port
  throw new Error(`${name} is not the number of a port: "${text}". Write 3000.`)
}

function addressFrom(url: string) {
  const address = siteAddress(url)
  if (address) return address
  throw new Error(`SITE_URL is not a web address: "${url}". Write https://example.org or https://example.org/magazine.`)
}

/** Settings are read before anything else, once for all processes: `cli/run.mjs` hands them on. */
function settingsFrom(text: string | undefined): Settings {
  if (text) return JSON.parse(text)
  throw new Error(
    'The settings of posts/_site.yml were not read. Start what you want with npm: npm run build, or npm run dev.',
  )
}

// Whoever asks for the time later should not be the first to hear that it is none.
now()
