import { siteAddress } from './site-address'

/** What is wrong with a value of `lib/site.ts`: where it stands there, and in words. */
export type WrongSetting = { block: string; name: string; index?: number; message: string }

type Rule = { holds(value: unknown): boolean; is: string; write: string }
type Values = Record<string, unknown>

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value)
const text: Rule = { holds: isText, is: 'text on one line', write: 'some words' }
const whole = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const publication: Record<string, Rule> = {
  name: text,
  tagline: text,
  description: text,
  language: { holds: isLanguage, is: 'a language', write: "a language tag of BCP 47, as 'en-GB' or 'de'" },
  url: { holds: (url) => siteAddress(url) !== undefined, is: 'a web address', write: "'https://example.org'" },
  timeZone: { holds: isTimeZone, is: 'a time zone', write: "its name in the IANA list, as 'Europe/Berlin'" },
  pageSize: { holds: whole(1, 1000), is: 'a number of articles', write: 'a whole number from 1 to 1000' },
  since: { holds: whole(1000, 9999), is: 'a year', write: 'a year, as 2023' },
}
const colour: Rule = {
  holds: (value) => typeof value === 'string' && /^#(?:[\da-f]{2}){3,4}$/i.test(value),
  is: 'a colour',
  write: "#rrggbb or #rrggbbaa, as '#2440c9'",
}
const pair: Rule = {
  holds: (value) => Array.isArray(value) && value.length === 2,
  is: 'two colours',
  write: "the light one and the dark one, as ['#2440c9', '#93a8ff']",
}
const hueName: Rule = {
  holds: (value) => typeof value === 'string' && /^[a-z][a-z\d-]*$/.test(value),
  is: 'the name of a hue',
  write: 'lower-case letters, as blue',
}

// Pages and pictures name these.
const always = { paper: undefined, ink: undefined, soft: undefined, ground: undefined, line: undefined }

/** Every value that the site cannot be made with. */
export function wrongSettings(settings: { publication: Values; hueColours: Values; colours: Values }): WrongSetting[] {
  const { hueColours } = settings
  const ofPublication = Object.entries(publication).flatMap(([name, rule]) =>
    wrong(rule, name, settings.publication[name], { block: 'publication', name }),
  )
  const ofHues = Object.keys(hueColours).flatMap((name) => wrong(hueName, 'A key', name, { block: 'hueColours', name }))
  const ofColours = Object.entries<unknown>({ ...always, ...settings.colours }).flatMap(([name, value]) => {
    const place = { block: Object.hasOwn(hueColours, name) ? 'hueColours' : 'colours', name }
    if (!pair.holds(value)) return wrong(pair, name, value, place)
    return (value as unknown[]).flatMap((one, index) => wrong(colour, name, one, { ...place, index }))
  })
  return [...ofPublication, ...ofHues, ...ofColours]
}

function wrong(rule: Rule, what: string, value: unknown, place: Omit<WrongSetting, 'message'>): WrongSetting[] {
  if (rule.holds(value)) return []
  const message = value === undefined ? `${what} is missing.` : `${what} is not ${rule.is}: ${shown(value)}.`
  return [{ ...place, message: `${message} Write ${rule.write}.` }]
}

const shown = (value: unknown) => `${typeof value === 'number' ? value : JSON.stringify(value)}`.slice(0, 80)

/** Also in the spelling that everybody else reads: not `eng`, `en_GB` or `en-UK`. */
function isLanguage(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    const [tag = ''] = Intl.getCanonicalLocales(value)
    const { language } = new Intl.Locale(tag)
    return tag.toLowerCase() === value.toLowerCase() && language.length <= 3 && isKnown(tag, language)
  } catch {
    return false
  }
}

// The second question takes ten milliseconds, and hardly anybody's language needs it.
const isKnown = (tag: string, language: string) =>
  Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ||
  new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined

// An offset, as some versions of Node take it, would not know of summer.
function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[a-z][\w+/-]*$/i.test(value)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
