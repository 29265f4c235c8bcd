/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { waitFor } from '@testing-library/dom'

type Listener = () => void
const root = document.documentElement

/** A browser whose system prefers dark paper or light, and can change its mind. */
function systemPrefers(dark: boolean): { turn(dark: boolean): void } {
  const listeners: Listener[] = []
  const query = { matches: dark, addEventListener: (_: string, listener: Listener) => listeners.push(listener) }
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: () => query })
  return {
    turn(dark) {
      query.matches = dark
      for (const listener of listeners) listener()
    },
  }
}

async function themeButton(): Promise<HTMLButtonElement> {
  jest.resetModules()
  const { switchTheme } = await import('@/browser/theme')
  const button = document.createElement('button')
  switchTheme(button)
  return button
}

const close = (method: 'setItem' | 'getItem') =>
  jest.spyOn(Storage.prototype, method).mockImplementation(() => {
    throw new DOMException('closed', 'SecurityError')
  })

beforeEach(() => {
  localStorage.clear()
  delete root.dataset.theme
  delete root.dataset.scripts
})
afterEach(() => jest.restoreAllMocks())

describe('the theme switch', () => {
  test.each([
    [true, undefined, 'true'],
    [false, undefined, 'false'],
    [true, 'light', 'false'],
    [false, 'dark', 'true'],
  ])('on a system that prefers dark (%s) after the choice %s says %s', async (dark, chosen, pressed) => {
    systemPrefers(dark)
    if (chosen) root.dataset.theme = chosen
    expect(await themeButton()).toHaveAttribute('aria-pressed', pressed)
  })

  it('turns the paper at each press, and remembers the last', async () => {
    systemPrefers(false)
    const button = await themeButton()
    button.click()
    expect([root.dataset.theme, localStorage.getItem('theme')]).toEqual(['dark', 'dark'])
    expect(button).toHaveAttribute('aria-pressed', 'true')
    button.click()
    expect([root.dataset.theme, localStorage.getItem('theme')]).toEqual(['light', 'light'])
    expect(button).toHaveAttribute('aria-pressed', 'false')
  })

  it('follows the system while nothing was chosen', async () => {
    const system = systemPrefers(false)
    const button = await themeButton()
    system.turn(true)
    expect(button).toHaveAttribute('aria-pressed', 'true')
  })

  it('says what is shown when another script has turned the paper', async () => {
    systemPrefers(false)
    const button = await themeButton()
    for (const [theme, pressed] of [
      ['dark', 'true'],
      ['light', 'false'],
      [undefined, 'false'],
    ] as const) {
      if (theme) root.dataset.theme = theme
      else delete root.dataset.theme
      await waitFor(() => expect(button).toHaveAttribute('aria-pressed', pressed))
    }
  })

  it('turns the paper where storage is closed', async () => {
    systemPrefers(false)
    close('setItem')
    const button = await themeButton()
    button.click()
    expect(root.dataset.theme).toBe('dark')
    expect(button).toHaveAttribute('aria-pressed', 'true')
  })
})

/** Runs the script that stands in the head of every page, on a page of its own. */
function paint() {
  jest.resetModules()
  // jsdom paints nothing, and tells nobody when.
  Object.assign(globalThis, {
    PerformanceObserver: class {
      observe() {}
    },
  })
  require('@/browser/before-paint')
  return root.dataset
}

const store = (theme: string | undefined) => {
  if (theme === undefined) localStorage.removeItem('theme')
  else localStorage.setItem('theme', theme)
}

/** What stands in storage, and the paper it asks for; none is that of the system. */
const choices = [
  ['dark', 'dark'],
  ['light', 'light'],
  ['"><script>', undefined],
  ['', undefined],
  ['DARK', undefined],
  [undefined, undefined],
] as const

describe('before the first paint', () => {
  test.each(choices)('the choice %s gives the paper %s', (stored, theme) => {
    store(stored)
    expect(paint().theme).toBe(theme)
  })

  it('survives closed storage', () => {
    close('getItem')
    expect(paint().theme).toBeUndefined()
  })
})

describe('a page that was made ready earlier', () => {
  const moments: [string, () => unknown][] = [
    [
      'comes back from the back/forward cache',
      () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    ],
    ['is told that another tab has written', () => dispatchEvent(new StorageEvent('storage', { key: 'theme' }))],
    ['is told that another tab has cleared all', () => dispatchEvent(new StorageEvent('storage', { key: null }))],
    ['is shown after it was prerendered', () => document.dispatchEvent(new Event('prerenderingchange'))],
  ]

  describe.each(moments)('%s', (_, happen) => {
    test.each(choices)('and shows for the choice %s the paper %s', (stored, theme) => {
      for (const before of ['light', 'dark']) {
        store(before)
        expect(paint().theme).toBe(before)
        store(stored)
        happen()
        expect(root.dataset.theme).toBe(theme)
      }
    })

    it('and keeps its paper where storage is closed', () => {
      paint()
      root.dataset.theme = 'dark'
      close('getItem')
      happen()
      expect(root.dataset.theme).toBe('dark')
    })
  })

  it('keeps a choice that could not be stored when it is shown for the first time', () => {
    paint()
    root.dataset.theme = 'dark'
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
    expect(root.dataset.theme).toBe('dark')
  })
})
