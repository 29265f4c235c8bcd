import * as z from 'zod'
import type { Problem } from '../problem'
import { colourNames, defaultSettings, type Settings } from '../settings'
import { siteAddress } from '../site-address'
import type { Source } from '../source'
import { readGroup } from './config'
import { contrast } from './contrast'
import { problemOn } from './places'
import { type Refusal, readFrom, readText, refuse, shown } from './readers'
import { type Value, valueAt } from './yaml/yaml'

const text = readFrom(readText)
const colour = readFrom(readColour)
const twoColours: Refusal = {
  rule: 'not-two-colours',
  message: 'Here stand two colours: one on light paper, one on dark.',
  hint: "Write both:  ['#2440c9', '#93a8ff']",
}
const pair = z.array(colour).transform((list, context): readonly [string, string] => {
  const [light, dark, ...others] = list
  if (light !== undefined && dark !== undefined && others.length === 0) return [light, dark]
  context.addIssue({ code: 'custom', message: twoColours.message, params: twoColours })
  return z.NEVER
})

/** The settings of a magazine, read from text. The one source of their table and of the editors' schema. */
export const settingsSchema = z.strictObject({
  name: text.meta({ description: 'What the magazine is called.', examples: ['The Lighthouse'] }),
  tagline: text.meta({ description: 'A few words under the name.', examples: ['Letters from the coast'] }),
  description: text.meta({
    description: 'One sentence for search engines and feeds.',
    examples: ['Essays about tides, harbours and the people who read them.'],
  }),
  language: readFrom(readLanguage).meta({ description: 'A language tag of BCP 47.', examples: ['en-GB'] }),
  url: readFrom(readAddress).meta({
    description: 'Where the site lives; SITE_URL may say otherwise.',
    examples: ['https://example.org'],
  }),
  timeZone: readFrom(readTimeZone).meta({
    description: 'Where a day begins: a name of the IANA list.',
    examples: ['Europe/London'],
  }),
  pageSize: readFrom(readWhole(1, 1000, 'a number of articles'))
    .default(defaultSettings.pageSize)
    .meta({ description: 'Articles on a full list page; 20 when absent.', examples: ['20'] }),
  since: readFrom(readWhole(1000, 9999, 'a year'))
    .optional()
    .meta({ description: 'The year the magazine began.', examples: ['2023'] }),
  colours: z
    .strictObject(Object.fromEntries(colourNames.map((name) => [name, pair.optional()])))
    .default({})
    .transform((given) => ({ ...defaultSettings.colours, ...given }))
    .meta({
      description: `Colours on light paper and on dark: ${colourNames.join(', ')}.`,
      examples: ["{ paper: ['#f8f5ee', '#0e1218'] }"],
    }),
  hues: z
    .record(z.string(), pair)
    .default(defaultSettings.hues)
    .superRefine(refuseHueNames)
    .meta({
      description: 'The colours that categories name, instead of the ones there are.',
      examples: ["{ coral: ['#b0300f', '#ff9272'] }"],
    }),
})

/** Reads `_site.yml`. What is missing, or cannot be read, is as in the default settings. */
export function readSettings(source: Source): { read: Settings; problems: Problem[] } {
  const { data, problems, value } = readGroup(source, settingsSchema)
  const read = { ...defaultSettings, ...data } as Settings
  return { read, problems: [...problems, ...(value ? faintColours(read, source, value) : [])] }
}

const leastContrast = 4.5

/** A warning for each colour of text that is hard to read on its paper. */
function faintColours({ colours, hues }: Settings, source: Source, value: Value): Problem[] {
  const texts = [
    ...(['ink', 'soft'] as const).map((name) => ({ path: ['colours', name], pair: colours[name] })),
    ...Object.entries(hues).map(([name, pair]) => ({ path: ['hues', name], pair })),
  ]
  return texts.flatMap(({ path, pair }) =>
    pair.flatMap((colour, index) => {
      const paper = colours.paper[index] ?? ''
      const ratio = contrast(colour, paper)
      if (ratio >= leastContrast) return []
      return [
        problemOn(source, valueAt(value, [...path, index]), {
          ...{ severity: 'warning', rule: 'low-contrast' },
          message: `${colour} is hard to read on ${paper}: they stand out by ${Math.floor(ratio * 10) / 10} to 1.`,
          hint: `Make it ${index ? 'lighter' : 'darker'}: text needs ${leastContrast} to 1.`,
        }),
      ]
    }),
  )
}

function readLanguage(tag: string) {
  if (isLanguage(tag)) return { value: tag }
  const hint = 'Write a language tag of BCP 47, as en-GB or de.'
  return refuse('not-a-language', `${shown(tag)} is not a language.`, hint)
}

function readAddress(url: string) {
  if (siteAddress(url)) return { value: url }
  const hint = 'Write it in full:  url: https://example.org'
  return refuse('not-an-address', `${shown(url)} is not the address of a site.`, hint)
}

function readTimeZone(name: string) {
  if (isTimeZone(name)) return { value: name }
  return refuse(
    'not-a-time-zone',
    `${shown(name)} is not a time zone.`,
    'Write its name in the IANA list, as Europe/Berlin.',
  )
}

function readWhole(least: number, most: number, what: string) {
  return (text: string) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return { value: number }
    return refuse('not-a-number', `${shown(text)} is not ${what}.`, `Write a whole number from ${least} to ${most}.`)
  }
}

function readColour(text: string) {
  if (/^#(?:[\da-f]{2}){3,4}$/i.test(text)) return { value: text.toLowerCase() }
  const hint = "Write #rrggbb or #rrggbbaa in quotes:  '#2440c9'"
  return refuse('not-a-colour', `${shown(text)} is not a colour.`, hint)
}

/** A stylesheet names them. */
function refuseHueNames(hues: Record<string, unknown>, context: z.RefinementCtx): void {
  const names = Object.keys(hues)
  if (!names.length)
    context.addIssue({
      code: 'custom',
      message: 'There is no hue.',
      params: { rule: 'no-hue', hint: 'Name one, or delete the line.' },
    })
  for (const name of names.filter((name) => !/^[a-z][a-z\d-]*$/.test(name)))
    context.addIssue({
      ...{ code: 'custom', path: [name], message: `${shown(name)} cannot be the name of a hue.` },
      params: { rule: 'hue-name', hint: 'Write lower-case letters, as blue.' },
    })
}

/** Also in the spelling that everybody else reads: not `eng`, `en_GB` or `en-UK`. */
function isLanguage(value: string): boolean {
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
function isTimeZone(value: string): boolean {
  if (!/^[a-z][\w+/-]*$/i.test(value)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
