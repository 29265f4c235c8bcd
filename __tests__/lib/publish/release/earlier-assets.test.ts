import { existsSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { filesOf } from '../../../e2e/working-copy'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()
const days = 24 * 60 * 60
const environment = { now: process.env.SITE_NOW, url: process.env.SITE_URL }
afterEach(() => {
  for (const [name, value] of Object.entries({ SITE_NOW: environment.now, SITE_URL: environment.url }))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
})

/** A release of these files, each holding its own name; not yet published. */
function release(name: string, files: string[]): string {
  for (const file of ['index.html', ...files]) write(`.releases/${name}/${file}`, file)
  return path.resolve('.releases', name)
}
async function publish(name: string, files: string[]): Promise<void> {
  const { publishAgain, removeOutdated } = await import('@/lib/publish/release/release')
  const folder = release(name, files)
  await publishAgain(folder)
  await removeOutdated(folder)
}
const earlier = async () => (await filesOf('.releases/earlier')).map((file) => path.relative('.releases/earlier', file))
const kept = (name: string) => path.join('.releases/earlier', name)

/** Makes a kept file look as if that many days had passed. */
function age(name: string, passed: number) {
  const then = Date.now() / 1000 - passed * days
  utimesSync(kept(name), then, then)
}

describe('hashed files of earlier releases', () => {
  const old = ['assets/a.1.js', '_next/static/chunks/b.1.css', 'pictures/c.1.png', 'cards/d.1.jpg']

  it('are kept when the new release has none of them', async () => {
    await publish('1', old)
    expect(existsSync('.releases/earlier')).toBe(false)
    await publish('2', [])
    expect((await earlier()).sort()).toEqual([...old].sort())
    for (const file of old) expect(readFileSync(kept(file), 'utf8')).toBe(file)
  })

  it('are not kept where the new release has them, nor is anything else', async () => {
    await publish('1', ['assets/a.1.js', 'assets/b.1.js', 'articles/x/index.html', 'art/a.svg'])
    await publish('2', ['assets/a.1.js'])
    expect(await earlier()).toEqual(['assets/b.1.js'])
  })

  it('outlive the releases they are of, for 30 days', async () => {
    await publish('1', old)
    for (const name of ['2', '3', '4']) await publish(name, [])
    expect(existsSync('.releases/1')).toBe(false)
    expect((await earlier()).sort()).toEqual([...old].sort())
    age('assets/a.1.js', 29)
    age('pictures/c.1.png', 31)
    await publish('5', [])
    const left = old.filter((file) => file !== 'pictures/c.1.png')
    expect((await earlier()).sort()).toEqual(left.sort())
    expect(existsSync('.releases/earlier/pictures')).toBe(false)
  })

  it('count from the day they were last current', async () => {
    await publish('1', ['assets/a.1.js'])
    await publish('2', [])
    age('assets/a.1.js', 29)
    await publish('3', ['assets/a.1.js'])
    await publish('4', [])
    expect(Date.now() - statSync(kept('assets/a.1.js')).mtimeMs).toBeLessThan(days * 1000)
  })

  it('leave nothing behind when all of them are gone', async () => {
    await publish('1', ['assets/a.1.js'])
    await publish('2', [])
    age('assets/a.1.js', 31)
    await publish('3', [])
    expect(existsSync('.releases/earlier')).toBe(false)
  })

  it('do not mind the clock that decides what is due', async () => {
    process.env.SITE_NOW = '2001-01-01T00:00:00Z'
    await publish('1', ['assets/a.1.js'])
    await publish('2', [])
    process.env.SITE_NOW = '2099-01-01T00:00:00Z'
    await publish('3', [])
    expect(await earlier()).toEqual(['assets/a.1.js'])
  })

  it('lie under the path the site lives at', async () => {
    process.env.SITE_URL = 'https://example.org/magazine'
    await publish('1', ['assets/a.1.js'])
    await publish('2', [])
    expect(await earlier()).toEqual(['magazine/assets/a.1.js'])
  })

  it('are kept after all by the build that follows a killed one', async () => {
    await publish('1', ['assets/a.1.js', 'assets/b.1.js'])
    const { keepEarlierAssets } = await import('@/lib/publish/release/earlier-assets')
    // Killed after the first file had been linked, and before it was given its day.
    await keepEarlierAssets('out', release('2', ['assets/b.1.js']))
    age('assets/a.1.js', 5000)
    await publish('3', [])
    expect(await earlier()).toEqual(['assets/a.1.js', 'assets/b.1.js'])
  })

  it('are kept of a folder that stood in the place of out/', async () => {
    write('out/assets/a.1.js', 'by hand')
    await publish('1', [])
    expect(readFileSync(kept('assets/a.1.js'), 'utf8')).toBe('by hand')
  })

  it('ask for nothing where out/ leads nowhere', async () => {
    symlinkSync('.releases/gone', 'out')
    await publish('1', ['assets/a.1.js'])
    rmSync('out')
    await publish('2', [])
    expect(existsSync('.releases/earlier')).toBe(false)
  })
})
