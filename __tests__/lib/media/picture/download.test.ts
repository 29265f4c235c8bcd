import { createServer, type Server } from 'node:net'
import { download } from '@/lib/media/picture/download'
import { publicWeb } from '@/lib/media/picture/fetch-policy'
import { isPublicAddress } from '@/lib/media/picture/public-address'
import { leadsTo, type PictureServer, sends, startServer } from './picture-server'

let server: PictureServer
let mute: Server
const reach = () => ({ ...server.reach, idleTimeout: 400, timeout: 1500, bytes: 200_000 })
const told = (path: string, changes = {}) =>
  download(path.startsWith('https:') || path.startsWith('http:') ? path : `${server.url}${path}`, {
    ...reach(),
    ...changes,
  }).then(
    (bytes) => `${bytes}`,
    (error: Error) => `${error.constructor.name}: ${error.message}`,
  )

beforeAll(async () => {
  server = await startServer({
    '/a.png': sends('picture'),
    '/moved': leadsTo('/a.png'),
    '/twice': leadsTo('/moved', 301),
    '/thrice': leadsTo('/twice', 307),
    '/four': leadsTo('/thrice', 308),
    '/loop': leadsTo('/loop'),
    '/to-http': leadsTo('http://example.org/a.png'),
    '/to-file': leadsTo('file:///etc/passwd'),
    '/to-private': leadsTo('https://10.0.0.1/a.png'),
    '/to-metadata': leadsTo('https://169.254.169.254/latest/'),
    '/to-port': leadsTo('https://127.0.0.1:22/'),
    '/to-password': leadsTo('https://user:secret@127.0.0.1/'),
    '/to-nowhere': leadsTo('https://['),
    '/forbidden': (response) => response.writeHead(403).end('no'),
    '/broken': (response) => response.writeHead(500).end(),
    '/part': (response) => response.writeHead(206).end('pic'),
    '/announced': (response) => response.writeHead(200, { 'content-length': '99999999' }).write('x'),
    '/endless': (response) => {
      const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more)
      response.on('drain', more).on('error', () => {})
      more()
    },
    '/silent': () => {},
    '/stops': (response) => response.writeHead(200).write('half'),
    '/drips': (response) => {
      const timer = setInterval(() => response.write('.'), 100)
      response.on('close', () => clearInterval(timer))
    },
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half')
      setTimeout(() => response.destroy(), 50)
    },
  })
  mute = createServer().listen(0, '127.0.0.1')
})
afterAll(async () => {
  await server.close()
  mute.close()
})

describe('a download', () => {
  test.each(['/a.png', '/moved', '/thrice'])('of %s is the picture at its end', async (path) => {
    expect(await told(path)).toBe('picture')
  })

  test.each([
    ['/four', /leads on to another address more than 3 times/],
    ['/loop', /leads on to another address more than 3 times/],
    ['/to-http', /leads to http:\/\/example\.org\/a\.png, which is not https/],
    ['/to-file', /which is not https/],
    ['/to-private', /leads to 10\.0\.0\.1, which is no public address/],
    ['/to-metadata', /no public address/],
    ['/to-port', /port 22/],
    ['/to-password', /password/],
    ['/to-nowhere', /nowhere/],
    ['/gone', /not there any more \(404\)/],
    ['/forbidden', /not given to us \(403\)/],
    ['/broken', /answered with 500/],
    ['/part', /answered with 206/],
    ['/announced', /larger than/],
    ['/endless', /larger than/],
    ['/silent', /did not answer for 0\.4 seconds/],
    ['/stops', /did not answer for 0\.4 seconds/],
    ['/drips', /took longer than 1\.5 seconds/],
    ['/cut', /broke off/],
    ['http://127.0.0.1/a.png', /not https/],
    ['https://0x0a000001/', /leads to 10\.0\.0\.1, which is no public address/],
    ['https://[::ffff:7f00:1]/', /no public address/],
  ])('of %s ends, and says why in words', async (path, words) => {
    expect(await told(path)).toMatch(words)
    expect(await told(path)).toMatch(/^NotReceived: /)
  })

  it('says when nobody answers, and when nobody can be trusted', async () => {
    const { port } = mute.address() as { port: number }
    const closed = createServer()
    const free = await new Promise<number>((resolve) =>
      closed.listen(0, '127.0.0.1', () => {
        const { port } = closed.address() as { port: number }
        closed.close(() => resolve(port))
      }),
    )
    expect(await told(`https://127.0.0.1:${free}/`, { port: `${free}` })).toMatch(/does not answer/)
    expect(await told(`https://127.0.0.1:${port}/`, { port: `${port}` })).toMatch(/did not answer/)
    expect(await told('/a.png', { ca: undefined })).toMatch(/certificate/)
  })

  it('connects to no private address, though a name stands for one', async () => {
    const { port } = new URL(server.url)
    const before = server.asked.length
    const { isAllowed } = publicWeb
    expect(await told(`https://localhost:${port}/a.png`, { isAllowed })).toMatch(
      /localhost, which is no public address/,
    )
    expect(await told('/a.png', { isAllowed })).toMatch(/127\.0\.0\.1, which is no public address/)
    expect(server.asked).toHaveLength(before)
    expect(await told(`https://localhost:${port}/a.png`)).toBe('picture')
  })
})

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'].map(no),
  ...['192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1'].map(no),
  ...['::ffff:93.184.216.34', 'fe80::1', 'fc00::1', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1'].map(no),
  ...['2001:db8::1', 'localhost', '', '127.1'].map(no),
  ['172.32.0.1', true],
  ['100.128.0.1', true],
])('the address %s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})

function no(address: string): [string, boolean] {
  return [address, false]
}
