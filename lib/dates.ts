import { site } from './site'

// In a language that Node has no words for days in, they would be worded in that of the machine.
const languages = [site.language, 'en']
const long = new Intl.DateTimeFormat(languages, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat(languages, { weekday: 'long', timeZone: 'UTC' })

const asInstant = (day: string) => new Date(`${day}T00:00:00Z`)

/** `2023-04-17` as "17 April 2023", the same in every time zone. */
export const formatDay = (day: string) => long.format(asInstant(day))

export const formatWeekday = (day: string) => `${weekday.format(asInstant(day))} ${formatDay(day)}`

export const formatSpan = (from: string, to: string) =>
  from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
