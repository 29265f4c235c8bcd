import { part } from './honest-part'
import { render, told } from './rendering'

test('renders an honest article of 500 KB in time, and half of it in a third of that or more', async () => {
  const size = part(100).length
  const timed = async (kilobytes: number) => {
    const body = Array.from({ length: Math.ceil((kilobytes * 1024) / size) }, (_, index) => part(index)).join('')
    const before = process.cpuUsage()
    const rendered = await render(body)
    expect(told(rendered)).toEqual([])
    return process.cpuUsage(before).user / 1e6
  }
  await timed(8)
  const half = await timed(250)
  const whole = await timed(500)
  expect(whole).toBeLessThan(15)
  expect(whole).toBeLessThan(3 * half)
}, 120_000)
