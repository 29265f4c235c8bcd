import { part } from './honest-part'
import { render, told } from './rendering'

test('takes at most three times as long for twice the text', async () => {
  const size = part(100).length
  const timed = async (kilobytes: number) => {
    const body = Array.from({ length: Math.ceil((kilobytes * 1024) / size) }, (_, index) => part(index)).join('')
    const before = process.cpuUsage()
    expect(told(await render(body))).toEqual([])
    return process.cpuUsage(before).user / 1e6
  }
  await timed(30)
  const half = await timed(60)
  expect(await timed(120)).toBeLessThan(3 * half)
})
