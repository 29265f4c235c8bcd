/** A calendar day, `YYYY-MM-DD`. Never an instant: no time zone can move it. */
export type Day = string

const months = 'january february march april may june july august september october november december'.split(' ')

/** Reads `2023-04-17`, `April 17, 2023` and `17 April 2023`; nothing else, and no day that does not exist. */
export function parseDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const monthFirst = /^([a-z]+) (\d{1,2}), (\d{4})$/i.exec(text)
  if (monthFirst) return existing(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]))
  const dayFirst = /^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(text)
  if (dayFirst) return existing(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]))
  return undefined
}

/** The calendar day at an instant in a time zone. A post dated D is due as soon as this is D. */
export function dayAt(instant: Date, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`
}

/** The last of some days, if any is known. */
export const latestOf = (days: (Day | undefined)[]): Day | undefined =>
  days.reduce((latest, day) => (day && (!latest || day > latest) ? day : latest), undefined)

const monthNumber = (name = '') => months.indexOf(name.toLowerCase()) + 1

const twoDigits = (number: number) => String(number).padStart(2, '0')

function existing(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined
}
