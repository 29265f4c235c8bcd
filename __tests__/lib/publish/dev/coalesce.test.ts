import { coalesce } from '@/lib/publish/dev/coalesce'

describe('work that is done one at a time', () => {
  it('is done once for what came meanwhile, and that is the newest', async () => {
    const done: (string | undefined)[] = []
    const work = coalesce(async (file?: string) => {
      done.push(file)
      await new Promise((resolve) => setTimeout(resolve, 10))
    })
    const first = work()
    await Promise.all([work('a'), work('b')])
    await first
    expect(done).toEqual([undefined, 'b'])
    await work('')
    expect(done).toEqual([undefined, 'b', ''])
  })
})
