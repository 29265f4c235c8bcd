/** A colour on light paper and on dark, each as `#rrggbb` or `#rrggbbaa`. */
export type ColourPair = readonly [light: string, dark: string]

/** What a magazine says of itself in `posts/_site.yml`. */
export type Settings = {
  name: string
  tagline: string
  description: string
  /** A tag of BCP 47. */
  language: string
  /** Where the site lives when `SITE_URL` does not say otherwise. */
  url: string
  /** There a day begins, and a post dated that day is due. */
  timeZone: string
  /** Articles on a full list page. */
  pageSize: number
  /** The year the magazine began, for the foot of each page. */
  since?: number
  colours: Record<ColourName, ColourPair>
  /** The colours that categories name; the first is that of a page without a category. */
  hues: Record<string, ColourPair>
}

export const colourNames = ['paper', 'ink', 'soft', 'ground', 'line'] as const
export type ColourName = (typeof colourNames)[number]

/** What holds where `posts/_site.yml` says nothing, or nothing that can be read. */
export const defaultSettings: Settings = {
  name: 'A magazine',
  tagline: 'A tagline',
  description: 'A description',
  language: 'en',
  url: 'https://example.org',
  timeZone: 'UTC',
  pageSize: 20,
  colours: {
    paper: ['#f8f5ee', '#0e1218'],
    ink: ['#15171c', '#ece5d6'],
    soft: ['#50545d', '#aeaca2'],
    ground: ['#efeadf', '#151b24'],
    line: ['#15171c26', '#ece5d626'],
  },
  hues: {
    blue: ['#2440c9', '#93a8ff'],
    green: ['#0a6b4c', '#63d2a6'],
    red: ['#b0300f', '#ff9272'],
    violet: ['#6b3aa6', '#c7a6ff'],
    ochre: ['#7a5200', '#e8b95a'],
    teal: ['#0b6171', '#6fcbdc'],
  },
}
