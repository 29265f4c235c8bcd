import { statSync } from 'node:fs'
import fc from 'fast-check'
import { stampFile, stampOf } from '@/lib/publish/host/stamps'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()

describe('the time of a file', () => {
  it('is long past, of whole seconds, and depends on the content alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const stamp = stampOf(text)
        expect(stamp.getTime()).toBeGreaterThanOrEqual(Date.UTC(2000, 0))
        expect(stamp.getTime()).toBeLessThan(Date.UTC(2024, 0))
        expect(stamp.getMilliseconds()).toBe(0)
        expect(stampOf(Buffer.from(text))).toEqual(stamp)
      }),
    )
  })

  test.each([
    ['a', 'b'],
    ['The valve opened at 7:00.', 'The valve opened at 8:00.'],
  ])('tells %j from %j, which is as long', (one, other) => {
    expect(stampOf(one)).not.toEqual(stampOf(other))
  })

  it('is the same for everybody', () => {
    expect(stampOf('front').toISOString()).toBe('2014-08-09T14:22:51.000Z')
  })

  it('is given to a file, and again when that was written since', () => {
    for (const text of ['front', 'other', '']) {
      write('site/index.html', text)
      stampFile('site/index.html')
      expect(statSync('site/index.html').mtime).toEqual(stampOf(text))
    }
  })
})
