/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { offerCopy } from '@/browser/copy'
import { offerShare } from '@/browser/share'
import { en } from '@/lib/words/en'

// As when they are bundled.
Object.assign(globalThis, { WORDS: en })

type Device = { clipboard?: { writeText(text: string): Promise<void> }; share?: (data: object) => Promise<void> }

/** What the browser at hand can do. */
function device({ clipboard, share }: Device): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
  Object.defineProperty(navigator, 'share', { configurable: true, value: share })
}

/** A clipboard that can be looked into. */
function clipboard() {
  const written: string[] = []
  return {
    written,
    async writeText(text: string) {
      written.push(text)
    },
  }
}
const refusing = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }

/** Lets the promises under way settle. */
const settled = () => jest.advanceTimersByTimeAsync(0)

beforeEach(() => {
  jest.useFakeTimers()
  document.head.innerHTML = '<link rel="canonical" href="https://example.org/articles/a-valve/">'
  document.title = 'A valve'
})
afterEach(() => jest.useRealTimers())

describe('the copy button of a block of code', () => {
  function block(): { button: HTMLButtonElement; status: Element } {
    document.body.innerHTML = '<pre><code><span>let a = 1 &lt; 2</span>\n<span>let b</span></code></pre>'
    offerCopy(document.querySelector('pre') as HTMLPreElement)
    return {
      button: document.querySelector('button') as HTMLButtonElement,
      status: document.querySelector('[role=status]') as Element,
    }
  }

  it('copies the code as it was written, says so, and returns to itself', async () => {
    const board = clipboard()
    device({ clipboard: board })
    const { button, status } = block()
    const before = button.textContent
    button.click()
    await settled()
    expect(board.written).toEqual(['let a = 1 < 2\nlet b'])
    expect(button.textContent).not.toBe(before)
    expect(status).not.toBeEmptyDOMElement()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(button).toHaveTextContent(before ?? '')
    expect(status).toBeEmptyDOMElement()
  })

  it('stands beside the code, so that it is never copied with it', () => {
    device({ clipboard: clipboard() })
    expect(block().button.closest('pre')).toBeNull()
  })

  test.each([
    ['is missing', undefined],
    ['refuses', refusing],
  ])('says what to do where the clipboard %s', async (_, board) => {
    device(board ? { clipboard: board } : {})
    const { button, status } = block()
    button.click()
    await settled()
    expect(status).toHaveTextContent(/by hand/)
    await jest.advanceTimersByTimeAsync(10_000)
    expect(status).toBeEmptyDOMElement()
  })
})

describe('the share button', () => {
  function shareButton(): HTMLButtonElement {
    document.body.innerHTML = '<button>Share</button>'
    const button = document.querySelector('button') as HTMLButtonElement
    offerShare(button)
    return button
  }

  it('opens what the device offers, with the address that stays', async () => {
    const shared: object[] = []
    device({ clipboard: clipboard(), share: async (data) => void shared.push(data) })
    shareButton().click()
    await settled()
    expect(shared).toEqual([{ title: 'A valve', url: 'https://example.org/articles/a-valve/' }])
  })

  it('takes closing the sheet for no failure', async () => {
    const board = clipboard()
    device({ clipboard: board, share: () => Promise.reject(new DOMException('closed', 'AbortError')) })
    const button = shareButton()
    button.click()
    await settled()
    expect(button).toHaveTextContent(/^Share$/)
    expect(board.written).toEqual([])
  })

  it('copies the address elsewhere, says so, and returns to itself', async () => {
    const board = clipboard()
    device({ clipboard: board })
    const button = shareButton()
    button.click()
    await settled()
    expect(board.written).toEqual(['https://example.org/articles/a-valve/'])
    expect(button).not.toHaveTextContent(/^Share$/)
    await jest.advanceTimersByTimeAsync(10_000)
    expect(button).toHaveTextContent(/^Share$/)
  })

  it('shares the address of the window on a page without another', async () => {
    document.head.innerHTML = ''
    const board = clipboard()
    device({ clipboard: board })
    shareButton().click()
    await settled()
    expect(board.written).toEqual([location.href])
  })

  test.each([
    ['is missing', undefined],
    ['refuses', refusing],
  ])('shows the address where the clipboard %s', async (_, board) => {
    device(board ? { clipboard: board } : {})
    const button = shareButton()
    button.click()
    await settled()
    expect(button).toHaveTextContent('https://example.org/articles/a-valve/')
  })
})
