/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { followReading } from '@/browser/contents'
import { findFragment, nameIn } from '@/browser/fragment'

const sections = ['s-one', 's-größe', 's-three']

type Watched = { section: Element; seen: boolean }
let observed: { callback: () => void; root: { top: number; bottom: number }; watched: Watched[] }[]

/** Where a section stands in the window, its margins counted as a browser counts them. */
class Observer {
  constructor(callback: () => void, { rootMargin = '0px' }: { rootMargin?: string } = {}) {
    const margins = rootMargin.split(' ').map((text) => Number.parseFloat(text) * (text.endsWith('%') ? 10 : 1))
    const [top = 0, , bottom = top] = margins
    this.own = { callback, root: { top: -top, bottom: 1000 + bottom }, watched: [] }
    observed.push(this.own)
  }
  own: (typeof observed)[number]
  observe(section: Element) {
    this.own.watched.push({ section, seen: isSeen(section, this.own.root) })
  }
}

const isSeen = (section: Element, { top, bottom }: { top: number; bottom: number }) => {
  const at = section.getBoundingClientRect().top
  return at >= top && at <= bottom
}

/** Scrolls in one step: an observer hears of it only if a section came into its part of the window, or left it. */
function scroll(tops: number[]): void {
  move(tops)
  for (const { callback, root, watched } of observed) {
    const changed = watched.filter(({ section, seen }) => isSeen(section, root) !== seen)
    for (const one of changed) one.seen = !one.seen
    if (changed.length) callback()
  }
}

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
    value: Observer,
  })
  Object.defineProperty(window, 'CSS', { configurable: true, value: { supports: () => false } })
  observed = []
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
    scroll([-900, 50, 700])
    expect(current()).toEqual(['s-größe'])
    scroll([400, 900, 1500])
    expect(current()).toEqual([])
  })

  it('moves the mark when one jump passes every section, down and back up', () => {
    followReading(page([400, 900, 1500]))
    scroll([-8000, -7500, -6900])
    expect(current()).toEqual(['s-three'])
    scroll([400, 900, 1500])
    expect(current()).toEqual([])
  })

  it('leaves the mark to the styles of a browser that can draw it by itself', () => {
    CSS.supports = () => true
    followReading(page([100, 900, 1500]))
    expect(current()).toEqual([])
    expect(observed).toEqual([])
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
