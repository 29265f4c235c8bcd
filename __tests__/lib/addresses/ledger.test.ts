import { ledgerText, lineOf, readLedger } from '@/lib/addresses/ledger'

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

  it('is written sorted, each address once, whatever its order was', () => {
    const { ledger } = read('/b/#x\n/c/\n/b/\n/c/\n')
    expect(ledgerText(ledger, ['/a/', '/b/#x', '/b/#a'])).toBe('/a/\n/b/\n/b/#a\n/b/#x\n/c/\n')
    expect(ledgerText(read(ledgerText(ledger, [])).ledger, [])).toBe(ledgerText(ledger, []))
  })

  it('names a place with its page, where somebody has deleted the line of that', () => {
    expect(ledgerText(read('/b/#x').ledger, [])).toBe('/b/\n/b/#x\n')
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
    expect(lineOf(read('/a/\n/b/\n/b/#c\n').ledger, '/b/#c')).toBe(3)
  })
})
