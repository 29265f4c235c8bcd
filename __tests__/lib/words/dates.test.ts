import { execFileSync } from 'node:child_process'
import { formatDay, formatSpan, formatWeekday } from '@/lib/words/dates'

type Elsewhere = { timeZone?: string; language?: string; locale?: string }

/** What a machine elsewhere makes of a day, in a magazine of another language. */
function elsewhere({ timeZone = 'UTC', language, locale = 'en_US.UTF-8' }: Elsewhere, expression: string): string {
  const settings = JSON.parse(process.env.SITE_SETTINGS ?? '{}')
  const script = `import { formatDay, formatWeekday } from './lib/words/dates.ts'; console.log(${expression})`
  return execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    env: {
      ...process.env,
      ...{ NODE_OPTIONS: '', TZ: timeZone, LC_ALL: locale, LANG: locale },
      SITE_SETTINGS: JSON.stringify({ ...settings, language: language ?? settings.language }),
    },
    encoding: 'utf8',
  }).trim()
}

describe('a day', () => {
  it('is the same day wherever the site is built', () => {
    const expression = "formatDay('2024-02-29') + ' ' + formatWeekday('2024-03-01')"
    expect(elsewhere({ timeZone: 'Pacific/Pago_Pago' }, expression)).toBe(
      `${formatDay('2024-02-29')} ${formatWeekday('2024-03-01')}`,
    )
    expect(formatDay('2024-02-29')).toMatch(/\b29\b.*2024/)
    expect(formatWeekday('2024-02-29')).toMatch(/thursday/i)
  })

  test.each([
    ['de', 'Mittwoch, 25. November 2026'],
    ['fr', 'mercredi 25 novembre 2026'],
    ['es', 'miércoles, 25 de noviembre de 2026'],
    ['ja', '2026年11月25日水曜日'],
    // Node has no words for days in it.
    ['la', 'Wednesday, November 25, 2026'],
  ])('is told in %s as it is told there, whatever the machine speaks', (language, told) => {
    for (const locale of ['en_US.UTF-8', 'de_DE.UTF-8'])
      expect(elsewhere({ language, locale }, "formatWeekday('2026-11-25')")).toBe(told)
  })

  it('is named with the whole month, so that no reader takes it for another', () => {
    expect(formatDay('2023-04-05')).toMatch(/april/i)
  })
})

describe('a span of days', () => {
  it('names both, and one day once', () => {
    expect(formatSpan('2023-04-05', '2023-05-06')).toMatch(/5 April 2023.*6 May 2023/)
    expect(formatSpan('2023-04-05', '2023-04-05')).toBe(formatDay('2023-04-05'))
  })
})
