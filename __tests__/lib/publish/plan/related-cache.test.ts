import { mkdirSync } from 'node:fs'
import type { Entry } from '@/lib/library/library'
import { relatedTo } from '@/lib/library/related'
import { readCacheFile, writeCacheFile } from '../../../../lib/cache-file.mjs'
import { entry, libraryOf } from '../../library/some-library'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()
beforeEach(() => void mkdirSync('.cache'))

const related = async (entries: Entry[], fingerprint = 'code') => {
  jest.resetModules()
  return (await import('@/lib/publish/plan/related-cache')).cachedRelated(fingerprint)(libraryOf(entries), 2)
}
const slugs = ['a', 'b', 'c', 'd']
const entries = slugs.map((slug, index) => entry({ slug, date: `2024-01-0${4 - index}`, tags: [`tag ${index % 2}`] }))
const changed = (fields: Partial<Entry>) => entries.map((one) => (one.slug === 'b' ? { ...one, ...fields } : one))

/** Puts something else where the last answer is kept, so that it can be seen whether it is asked. */
const falsify = () =>
  writeCacheFile(
    '.cache/related.json',
    String(readCacheFile('.cache/related.json')).replace('"related":[[', '"related":[["kept",'),
  )

describe('related articles from one build to the next', () => {
  it('are what they are without anything kept', async () => {
    expect(await related(entries)).toEqual(relatedTo(entries, 2))
    expect(await related(entries)).toEqual(relatedTo(entries, 2))
  })

  it('are kept while nothing has changed that they follow from', async () => {
    await related(entries)
    falsify()
    expect((await related(changed({}))).get('a')).toContain('kept')
  })

  test.each<[string, Partial<Entry>]>([
    ['a title', { title: 'Another' }],
    ['an excerpt', { excerpt: 'Other words.' }],
    ['a tag', { tags: ['tag 0'] }],
    ['a series', { series: 'One' }],
    ['a category', { category: 'research' }],
    ['a day', { date: '2023-12-31' }],
    ['an address', { slug: 'elsewhere' }],
  ])('are found anew when %s has changed', async (_, fields) => {
    await related(entries)
    falsify()
    expect(await related(changed(fields))).toEqual(relatedTo(changed(fields), 2))
  })

  it('are found anew by other code, and when what was kept is damaged', async () => {
    await related(entries)
    falsify()
    expect(await related(entries, 'other code')).toEqual(relatedTo(entries, 2))
    write('.cache/related.json', '{"key":"')
    expect(await related(entries)).toEqual(relatedTo(entries, 2))
  })
})
