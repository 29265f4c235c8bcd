import { execFileSync } from 'node:child_process'
import { formatDay, formatSpan, formatWeekday } from '@/lib/dates'

/** What a machine elsewhere makes of a day. */
function inZone(timeZone: string, expression: string): string {
  const script = `import { formatDay, formatWeekday } from './lib/dates.ts'; console.log(${expression})`
  return execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    env: { ...process.env, NODE_OPTIONS: '', TZ: timeZone },
    encoding: 'utf8',
  }).trim()
}

describe('a day', () => {
  it('is the same day wherever the site is built', () => {
    const expression = "formatDay('2024-02-29') + ' ' + formatWeekday('2024-03-01')"
    expect(inZone('Pacific/Pago_Pago', expression)).toBe(`${formatDay('2024-02-29')} ${formatWeekday('2024-03-01')}`)
    expect(formatDay('2024-02-29')).toMatch(/\b29\b.*2024/)
    expect(formatWeekday('2024-02-29')).toMatch(/thursday/i)
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
