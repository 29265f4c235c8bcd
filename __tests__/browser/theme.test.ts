/** @jest-environment jsdom */
import '@testing-library/jest-dom'

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

  it('turns the paper where storage is closed', async () => {
    systemPrefers(false)
    close('setItem')
    const button = await themeButton()
    button.click()
    expect(root.dataset.theme).toBe('dark')
    expect(button).toHaveAttribute('aria-pressed', 'true')
  })
})

describe('before the first paint', () => {
  const paint = () => {
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

  test.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['"><script>', undefined],
    [undefined, undefined],
  ])('the choice %s gives the paper %s', (stored, theme) => {
    if (stored) localStorage.setItem('theme', stored)
    expect(paint().theme).toBe(theme)
  })

  it('survives closed storage', () => {
    close('getItem')
    expect(paint().theme).toBeUndefined()
  })
})
