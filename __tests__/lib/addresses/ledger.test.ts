import { addressesIn, ledgerOf, readLedger } from '@/lib/addresses/ledger'

const read = (text: string) => readLedger({ file: 'posts/_addresses.txt', text })

describe('the ledger of addresses', () => {
  it('has each path once, with its places', () => {
    const { ledger, problems } = read('/a/#two\n/a/\n\n/a/#one \n/feed.xml\n/?p=12\n/articles/ä/#القهوة')
    expect(problems).toEqual([])
    expect([...ledger.paths]).toEqual([
      ['/a/', ['two', 'one']],
      ['/feed.xml', []],
      ['/?p=12', []],
      ['/articles/ä/', ['القهوة']],
    ])
  })

  it('names a page of which somebody has deleted the line', () => {
    expect([...addressesIn(read('/b/#x\n/b/#a').ledger)]).toEqual(['/b/', '/b/#x', '/b/#a'])
  })

  test.each([
    ['<<<<<<< ours', 2],
    ['=======', 2],
    ['/a b/', 2],
    ['https://example.org/', 2],
    ['articles/', 2],
    ['#part', 2],
  ])('says that  %s  is no address', (line, at) => {
    const { problems, ledger } = read(`/a/\n${line}\n/b/\n`)
    expect(problems).toMatchObject([
      { file: 'posts/_addresses.txt', line: at, column: 1, severity: 'error', rule: 'not-an-address' },
    ])
    expect([...ledger.paths.keys()]).toEqual(['/a/', '/b/'])
  })

  it('knows the line of an address', () => {
    expect(read('/a/\n/b/\n/b/#c\n').ledger.lineOf('/b/#c')).toBe(3)
    expect(ledgerOf('posts/_addresses.txt', ['/a/']).lineOf('/a/')).toBeUndefined()
  })
})
