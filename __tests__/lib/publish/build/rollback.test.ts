import { readlinkSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { inEmptyFolder } from '../folder'
import { datedReleases } from '../release/dated-releases'
import { textsIn } from '../some-release'

const { write } = inEmptyFolder()
const [one, other] = [
  { '/index.html': 'front 1', '/a/index.html': 'a' },
  { '/index.html': 'front 2', '/a/index.html': 'a' },
]

describe('going back', () => {
  it('leads to the earlier release and from there forth again, as often as asked', async () => {
    const releases = datedReleases(write)
    await releases.full(one)
    await releases.full(other)
    for (const wanted of [one, other, one]) {
      await releases.back(wanted)
      expect(textsIn(readlinkSync('out'))).toEqual(wanted)
    }
  })

  it('does not publish what was damaged meanwhile, and says which file', async () => {
    const releases = datedReleases(write)
    await releases.full(one)
    const earlier = path.resolve(readlinkSync('out'))
    await releases.full(other)
    truncateSync(path.join(earlier, 'a/index.html'))
    await expect(releases.back(one)).rejects.toThrow('/a/index.html is not as it was published')
    expect(textsIn(readlinkSync('out'))).toEqual(other)
  })
})
