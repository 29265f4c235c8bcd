import { readFileSync, writeFileSync } from 'node:fs'
import { appendCacheLines, readCacheLines, writeCacheLines } from '@/lib/cache-lines'
import { inEmptyFolder } from './publish/folder'

inEmptyFolder()

const file = 'some/cache.lines'
const line = (value: unknown, rest: unknown = {}) => ({ value, rest: () => rest })
const read = () => readCacheLines(file).map(({ value, rest }) => [value, rest()])

describe('the lines of a cache', () => {
  it('come back in their order, however many were added at once', () => {
    const numbers = Array.from({ length: 2500 }, (_, number) => number)
    appendCacheLines(
      file,
      numbers.slice(0, 1).map((number) => line(number, 2 * number)),
    )
    appendCacheLines(
      file,
      numbers.slice(1).map((number) => line(number, 2 * number)),
    )
    expect(read()).toEqual(numbers.map((number) => [number, 2 * number]))
  })

  it('may hold what divides them', () => {
    appendCacheLines(file, [line('one\ttwo\n', 'three\n\tfour'), line('\u2028 é 😀', [])])
    expect(read()).toEqual([
      ['one\ttwo\n', 'three\n\tfour'],
      ['\u2028 é 😀', []],
    ])
  })

  it('are none where there is no file, and all others where one was damaged', () => {
    expect(read()).toEqual([])
    writeCacheLines(
      file,
      ['one', 'two', 'six'].map((word) => line(word)),
    )
    writeFileSync(file, readFileSync(file, 'utf8').replace('two', 'tow'))
    expect(read()).toEqual([
      ['one', {}],
      ['six', {}],
    ])
  })

  it('are in place of those before where they are written', () => {
    appendCacheLines(file, [line('one'), line('two')])
    writeCacheLines(file, [line('two')])
    expect(read()).toEqual([['two', {}]])
  })
})
