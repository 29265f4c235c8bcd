import { statSync, utimesSync } from 'node:fs'
import fc from 'fast-check'
import { stampFiles, stampOf } from '@/lib/publish/host/stamps'
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

  it('is given to every file of a release, at any depth', () => {
    const texts = { 'site/index.html': 'front', 'site/assets/a.js': 'script', 'site/articles/a/index.html': '' }
    for (const [name, text] of Object.entries(texts)) write(name, text)
    stampFiles('site')
    for (const [name, text] of Object.entries(texts)) expect(statSync(name).mtime).toEqual(stampOf(text))
  })

  it('is given anew to what was written since, and costs nothing where nothing was', () => {
    write('site/index.html', 'front')
    write('site/about/index.html', 'about')
    stampFiles('site')
    write('site/index.html', 'other')
    // Whoever reads this one would give it a time of its own.
    const stamp = stampOf('another time')
    utimesSync('site/about/index.html', stamp, stamp)
    stampFiles('site')
    expect(statSync('site/index.html').mtime).toEqual(stampOf('other'))
    expect(statSync('site/about/index.html').mtime).toEqual(stamp)
  })
})
