import path from 'node:path'
import { wrongSettings } from './settings-check'
import { settingsError } from './settings-error'
import { siteAddress } from './site-address'

/** The publication's settings. To make the magazine your own, change what stands here and in `posts/`. */
const publication = {
  name: 'Sense & Act',
  tagline: 'AI that meets the physical world',
  description:
    'A magazine about machines that sense, decide and act: sensors, edge inference, control, and what they change.',
  language: 'en-GB',
  /** Where the site lives when `SITE_URL` does not say otherwise. */
  url: 'https://sense-and-act.example',
  /** There a day begins, and a post dated that day is due. */
  timeZone: 'Europe/London',
  /** Articles on a full list page. */
  pageSize: 20,
  /** The year the magazine began, for the foot of each page. */
  since: 2023,
}

/** The hues that categories name, on the light paper and on the dark one. */
const hueColours = {
  blue: ['#2440c9', '#93a8ff'],
  green: ['#0a6b4c', '#63d2a6'],
  red: ['#b0300f', '#ff9272'],
  violet: ['#6b3aa6', '#c7a6ff'],
  ochre: ['#7a5200', '#e8b95a'],
  teal: ['#0b6171', '#6fcbdc'],
} as const

export type Hue = keyof typeof hueColours
export const hues = Object.keys(hueColours) as Hue[]

export function hueNamed(name: string): Hue {
  const found = hues.find((hue) => hue === name)
  if (!found) throw new Error(`No hue has the name "${name}"`)
  return found
}

/** Every colour of the site, light and dark; cover art mixes its own from these. */
export const colours = {
  paper: ['#f8f5ee', '#0e1218'],
  ink: ['#15171c', '#ece5d6'],
  soft: ['#50545d', '#aeaca2'],
  ground: ['#efeadf', '#151b24'],
  line: ['#15171c26', '#ece5d626'],
  ...hueColours,
} as const

refuseWrongSettings()

const environment = process.env

export const site = {
  ...publication,
  ...addressFrom(environment.SITE_URL || publication.url),
  postsDirectory: path.resolve(environment.POSTS_DIR || 'posts'),
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

function refuseWrongSettings(): void {
  const wrong = wrongSettings({ publication, hueColours, colours })
  if (wrong.length === 0) return
  // Asked for only now: nearly always all is well.
  const { readFileSync } = process.getBuiltinModule('node:fs')
  throw settingsError(wrong, readFileSync(path.resolve('lib/site.ts'), 'utf8'))
}

// Whoever asks for the time later should not be the first to hear that it is none.
now()
