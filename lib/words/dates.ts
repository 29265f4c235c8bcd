import { site } from '../site'
import { words } from './words'

// In a language that Node has no words for days in, they would be worded in that of the machine.
const languages = [site.language, 'en']
const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const long = new Intl.DateTimeFormat(languages, parts)
const withWeekday = new Intl.DateTimeFormat(languages, { weekday: 'long', ...parts })

const asInstant = (day: string) => new Date(`${day}T00:00:00Z`)

/** `2023-04-17` as "17 April 2023", the same in every time zone. */
export const formatDay = (day: string) => long.format(asInstant(day))

/** The same with the day of the week, in the order and with the signs of the language. */
export const formatWeekday = (day: string) => withWeekday.format(asInstant(day))

export const formatSpan = (from: string, to: string) =>
  from === to ? formatDay(from) : words.span(formatDay(from), formatDay(to))
