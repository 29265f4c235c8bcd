import type { Day } from './days'
import { site } from './site'

/** The moment a day begins: in milliseconds, and how far the clocks are ahead of UTC then. */
type Start = { instant: number; ahead: number }

/** The first instant of a day in the site's time zone, as RSS writes it: `Thu, 29 Feb 2024 00:00:00 +0000`. */
export function rfc822(day: Day, timeZone = site.timeZone): string {
  const { clock, zone } = written(startOf(day, timeZone))
  return `${clock.toUTCString().replace(' GMT', '')} ${zone.replace(':', '')}`
}

/** The same as everybody else writes it: `2024-02-29T00:00:00+00:00`. */
export function rfc3339(day: Day, timeZone = site.timeZone): string {
  const { clock, zone } = written(startOf(day, timeZone))
  return `${clock.toISOString().slice(0, 19)}${zone}`
}

const minute = 60_000

function written({ instant, ahead }: Start): { clock: Date; zone: string } {
  const minutes = Math.round(ahead / minute)
  const digits = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return { clock: new Date(instant + minutes * minute), zone: `${minutes < 0 ? '-' : '+'}${digits.join(':')}` }
}

const starts = new Map<string, Start>()

/** Where clocks go forward over midnight the day begins at one; where they go back to it, with the first of two midnights. */
function startOf(day: Day, timeZone: string): Start {
  const key = `${timeZone} ${day}`
  const known = starts.get(key)
  if (known) return known
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const candidates = [-1, 1].map((days) => midnight - aheadAt(midnight + days * 24 * 60 * minute, timeZone))
  const isThatDay = (instant: number) => dayOf(instant, timeZone) === day
  const instant = candidates.sort((a, b) => a - b).find(isThatDay) ?? midnight
  const start = { instant, ahead: aheadAt(instant, timeZone) }
  starts.set(key, start)
  return start
}

const dayOf = (instant: number, timeZone: string) =>
  new Date(instant + aheadAt(instant, timeZone)).toISOString().slice(0, 10)

const fields = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const

function aheadAt(instant: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instant)
  const [year = 0, month = 1, ...rest] = fields.map((field) => Number(parts.find(({ type }) => type === field)?.value))
  return Date.UTC(year, month - 1, ...rest) - instant
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en', {
      ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  clocks.set(timeZone, clock)
  return clock
}
