import { dayAt } from '@/lib/days'
import { rfc822, rfc3339 } from '@/lib/instants'

describe('a day as an instant', () => {
  test.each([
    ['in winter', 'Europe/London', '2024-02-29', '2024-02-29T00:00:00+00:00', 'Thu, 29 Feb 2024 00:00:00 +0000'],
    ['in summer', 'Europe/London', '2024-07-01', '2024-07-01T00:00:00+01:00', 'Mon, 01 Jul 2024 00:00:00 +0100'],
    ['on which clocks go forward', 'Europe/London', '2024-03-31', '2024-03-31T00:00:00+00:00', 'Sun, 31 Mar 2024'],
    ['after it', 'Europe/London', '2024-04-01', '2024-04-01T00:00:00+01:00', 'Mon, 01 Apr 2024 00:00:00 +0100'],
    ['on which clocks go back', 'Europe/London', '2024-10-27', '2024-10-27T00:00:00+01:00', 'Sun, 27 Oct 2024'],
    ['far west', 'America/New_York', '2024-12-31', '2024-12-31T00:00:00-05:00', 'Tue, 31 Dec 2024 00:00:00 -0500'],
    ['off the hour', 'Asia/Kathmandu', '2024-01-01', '2024-01-01T00:00:00+05:45', 'Mon, 01 Jan 2024 00:00:00 +0545'],
    [
      'without a midnight',
      'Africa/Cairo',
      '2024-04-26',
      '2024-04-26T01:00:00+03:00',
      'Fri, 26 Apr 2024 01:00:00 +0300',
    ],
    [
      'with two midnights',
      'America/Havana',
      '2023-11-05',
      '2023-11-05T00:00:00-04:00',
      'Sun, 05 Nov 2023 00:00:00 -0400',
    ],
  ])('%s', (_, timeZone, day, internet, mail) => {
    expect(rfc3339(day, timeZone)).toBe(internet)
    expect(rfc822(day, timeZone)).toContain(mail)
    expect(Date.parse(rfc822(day, timeZone))).toBe(Date.parse(internet))
  })

  test.each(['Europe/London', 'Africa/Cairo', 'America/Havana', 'Pacific/Apia', 'Pacific/Kiritimati'])(
    'is the first of that day in %s, all year',
    (timeZone) => {
      for (let index = 0; index < 366; index += 5) {
        const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10)
        const instant = Date.parse(rfc3339(day, timeZone))
        expect(dayAt(new Date(instant), timeZone)).toBe(day)
        expect(dayAt(new Date(instant - 1), timeZone) < day).toBe(true)
      }
    },
  )
})
