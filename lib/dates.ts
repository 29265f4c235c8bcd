import { site } from './site'

const long = new Intl.DateTimeFormat(site.language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat(site.language, { weekday: 'long', timeZone: 'UTC' })

const asInstant = (day: string) => new Date(`${day}T00:00:00Z`)

/** `2023-04-17` as "17 April 2023", the same in every time zone. */
export const formatDay = (day: string) => long.format(asInstant(day))

export const formatWeekday = (day: string) => `${weekday.format(asInstant(day))} ${formatDay(day)}`

export const formatSpan = (from: string, to: string) =>
  from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
