import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

type Host = { build: string; folder: string; environment: Record<string, string> }

const netlify = readFileSync('netlify.toml', 'utf8')
const ofNetlify = (name: string) =>
  new RegExp(`^\\s*${name} = (?:"(.*)"|(\\w+))$`, 'm').exec(netlify)?.slice(1).join('')
const vercel = JSON.parse(readFileSync('vercel.json', 'utf8')) as Record<string, string | boolean | null>

const hosts: [string, Host][] = [
  [
    'Netlify',
    { build: `${ofNetlify('command')}`, folder: `${ofNetlify('publish')}`, environment: { URL: 'https://a.example' } },
  ],
  [
    'Vercel',
    {
      ...{ build: `${vercel.buildCommand}`, folder: `${vercel.outputDirectory}` },
      environment: { VERCEL_PROJECT_PRODUCTION_URL: 'a.example' },
    },
  ],
]

describe('a host that is connected to the repository', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'host-'))
    mkdirSync(path.join(folder, 'bin'))
    // In place of a build: says what it was told, and lays out a release as a build does.
    const npm =
      '#!/bin/sh\nmkdir -p releases/1 && echo "$* $SITE_URL" > releases/1/index.html && ln -sfn releases/1 out\n'
    writeFileSync(path.join(folder, 'bin/npm'), npm)
    chmodSync(path.join(folder, 'bin/npm'), 0o755)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each(hosts)('%s builds for its own address, and finds files where it looks for them', (_, host) => {
    const environment = { PATH: `${path.join(folder, 'bin')}:${process.env.PATH}`, ...host.environment }
    // Again, as where it keeps what the build before has left.
    for (let time = 0; time < 2; time++)
      execFileSync('sh', ['-c', host.build], { cwd: folder, env: { ...environment, NODE_ENV: 'production' } })
    expect(lstatSync(path.join(folder, host.folder)).isDirectory()).toBe(true)
    const page = () => readFileSync(path.join(folder, host.folder, 'index.html'), 'utf8')
    expect(page()).toBe('run build https://a.example\n')
    const told = { ...environment, SITE_URL: 'https://b.example/magazine', NODE_ENV: 'production' as const }
    execFileSync('sh', ['-c', host.build], { cwd: folder, env: told })
    expect(page()).toBe('run build https://b.example/magazine\n')
  })

  it.each(hosts)('%s stops where the build does', (_, { build }) => {
    mkdirSync(path.join(folder, 'out'))
    writeFileSync(path.join(folder, 'bin/npm'), '#!/bin/sh\nexit 1\n')
    const environment = { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env.PATH}` }
    expect(() => execFileSync('sh', ['-c', build], { cwd: folder, env: environment })).toThrow()
    expect(existsSync(path.join(folder, 'site'))).toBe(false)
  })

  it('installs what a build needs and no more, and takes the site for no Next server', () => {
    expect(ofNetlify('NPM_FLAGS')).toBe('--omit=dev')
    expect(ofNetlify('NETLIFY_NEXT_PLUGIN_SKIP')).toBe('true')
    expect(ofNetlify('skip_processing')).toBe('true')
    expect(vercel).toMatchObject({ installCommand: 'npm ci --omit=dev', framework: null, trailingSlash: true })
  })
})
