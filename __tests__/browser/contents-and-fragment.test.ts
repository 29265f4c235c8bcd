/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { followReading } from '@/browser/contents'
import { findFragment, nameIn } from '@/browser/fragment'

const sections = ['s-one', 's-größe', 's-three']
let crossed: () => void

/** A page whose sections stand at these heights in the window. */
function page(tops: number[]): HTMLElement {
  const links = sections.map((id) => `<a href="#${id}">${id}</a>`)
  document.body.innerHTML = `<nav>${links.join('')}<a href="#s-none">none</a></nav>${sections.map((id) => `<h2 id="${id}"></h2>`).join('')}`
  move(tops)
  return document.querySelector('nav') as HTMLElement
}

function move(tops: number[]): void {
  for (const [index, id] of sections.entries()) {
    const heading = document.getElementById(id) as HTMLElement
    heading.getBoundingClientRect = () => ({ ...DOMRect.prototype, top: tops[index] ?? 0 })
  }
}

const current = () => [...document.querySelectorAll('[aria-current]')].map(({ textContent }) => textContent)

beforeEach(() => {
  Object.defineProperty(window, 'innerHeight', { configurable: true, value: 1000 })
  Object.defineProperty(window, 'DOMRect', { configurable: true, value: class {} })
  Object.defineProperty(window, 'IntersectionObserver', {
    configurable: true,
    value: class {
      constructor(callback: () => void) {
        crossed = callback
      }
      observe() {}
    },
  })
})

describe('the table of contents', () => {
  test.each([
    ['nothing before the first section', [400, 900, 1500], []],
    ['the first section', [100, 900, 1500], ['s-one']],
    ['a section with letters outside ASCII', [-900, 50, 700], ['s-größe']],
    ['the last section', [-1900, -900, -50], ['s-three']],
  ])('marks %s as being read', (_, tops, marked) => {
    followReading(page(tops))
    expect(current()).toEqual(marked)
  })

  it('moves the mark along with the reader, and back', () => {
    followReading(page([100, 900, 1500]))
    move([-900, 50, 700])
    crossed()
    expect(current()).toEqual(['s-größe'])
    move([400, 900, 1500])
    crossed()
    expect(current()).toEqual([])
  })
})

describe('a link to a place on the page', () => {
  const scrolled: string[] = []
  beforeEach(() => {
    scrolled.length = 0
    document.body.innerHTML =
      '<h2 id="s-smart-cities"></h2><h2 id="s-größe"></h2><h2 id="s-100%"></h2><p id="plain"></p>'
    for (const element of document.querySelectorAll('[id]'))
      element.scrollIntoView = () => void scrolled.push(element.id)
  })

  test.each([
    ['#smart-cities', ['s-smart-cities']],
    ['#größe', ['s-größe']],
    ['#gr%C3%B6%C3%9Fe', ['s-größe']],
    ['#100%', ['s-100%']],
    // The browser finds these by itself.
    ['#plain', []],
    ['#s-smart-cities', []],
    ['#none', []],
    ['', []],
  ])('%s scrolls to %j', (hash, expected) => {
    history.replaceState(null, '', `/${hash}`)
    findFragment()
    expect(scrolled).toEqual(expected)
  })

  test.each([
    ['#a%20b', 'a b'],
    ['#%E0%A4%A', '%E0%A4%A'],
    ['', ''],
  ])('%s names "%s"', (hash, name) => {
    expect(nameIn({ hash })).toBe(name)
  })
})
