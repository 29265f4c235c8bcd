import { makeFiles } from '@/lib/publish/build/made-files'
import { writeCacheFile } from '../../../../lib/cache-file.mjs'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()

it('makes what no earlier build has left whole, says how many, and copies the rest', async () => {
  writeCacheFile('cache/old.jpg', 'kept')
  write('cache/b.jpg', 'half')
  const made: string[] = []
  const file = (name: string) => ({
    path: `/${name}`,
    copyOf: `cache/${name}`,
    async make() {
      made.push(name)
      writeCacheFile(`cache/${name}`, 'made')
    },
  })
  const told: string[] = []
  const files = [
    file('old.jpg'),
    file('a.jpg'),
    file('b.jpg'),
    { path: '/x', text: () => '' },
    { path: '/y', copyOf: 'y' },
  ]
  await makeFiles(files, (step, done, total) => told.push(`${step} ${done}/${total}`))
  expect(made).toEqual(['a.jpg', 'b.jpg'])
  expect(told).toEqual(['Making pictures 1/2', 'Making pictures 2/2'])
})

it('fails with what failed', async () => {
  const make = () => Promise.reject(new Error('out of paint'))
  await expect(makeFiles([{ path: '/a', copyOf: 'none', make }], () => {})).rejects.toThrow('out of paint')
})
