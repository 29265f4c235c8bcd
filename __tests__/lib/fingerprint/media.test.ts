import { inEmptyFolder } from '../publish/folder'

const { write } = inEmptyFolder()

const locked: Record<string, object> = {
  '': { name: 'a-magazine' },
  'node_modules/sharp': { version: '1.0.0', optionalDependencies: { '@img/sharp-linux-x64': '1' } },
  'node_modules/@img/sharp-linux-x64': { version: '1.0.0', dependencies: { deep: '1' } },
  'node_modules/deep': { version: '1.0.0' },
  'node_modules/harfbuzzjs': { version: '1.0.0' },
  'node_modules/fontverter': { version: '1.0.0', dependencies: { deep: '1' } },
  'node_modules/fontverter/node_modules/deep': { version: '2.0.0', dependencies: { sharp: '1' } },
  'node_modules/@fontsource-variable/newsreader': { version: '1.0.0' },
  'node_modules/next': { version: '1.0.0', dependencies: { other: '1' } },
  'node_modules/other': { version: '1.0.0' },
}

const code = ['lib/media/card/drawing.ts', 'lib/media/art/cover.ts', 'lib/media/sharp.ts']

async function fingerprint(change: Record<string, string> = {}, packages: Record<string, object> = {}) {
  for (const file of [...code, 'lib/media/picture/pictures.ts', 'lib/library/card.ts'])
    write(file, change[file] ?? 'export {}')
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { ...locked, ...packages } }))
  jest.resetModules()
  return (await import('@/lib/fingerprint/media')).cardFingerprint()
}

const bumped = (name: string) => ({ [name]: { ...locked[name], version: '1.0.1' } })

it('stays while nothing changes', async () => {
  expect(await fingerprint()).toBe(await fingerprint())
})

test.each(code)('changes with %s', async (file) => {
  expect(await fingerprint({ [file]: 'export const a = 1' })).not.toBe(await fingerprint())
})

test.each(Object.keys(locked).slice(1, -2))('changes with another version of %s', async (name) => {
  expect(await fingerprint({}, bumped(name))).not.toBe(await fingerprint())
})

test.each(['node_modules/next', 'node_modules/other', ''])(
  'does not change with another version of "%s"',
  async (name) => {
    expect(await fingerprint({}, bumped(name))).toBe(await fingerprint())
  },
)

test.each(['lib/media/picture/pictures.ts', 'lib/library/card.ts'])('does not change with %s', async (file) => {
  expect(await fingerprint({ [file]: 'export const a = 1' })).toBe(await fingerprint())
})

it('is another for pictures, which only their own code and package change', async () => {
  const encoding = async (...change: Parameters<typeof fingerprint>) => {
    await fingerprint(...change)
    return (await import('@/lib/fingerprint/media')).encodingFingerprint()
  }
  const before = await encoding()
  expect(await encoding({ 'lib/media/picture/pictures.ts': 'export const a = 1' })).not.toBe(before)
  expect(await encoding({}, bumped('node_modules/deep'))).not.toBe(before)
  expect(await encoding({}, bumped('node_modules/harfbuzzjs'))).toBe(before)
  expect(await encoding({ 'lib/media/card/drawing.ts': 'export const a = 1' })).toBe(before)
})
