const root = document.documentElement
const system = matchMedia('(prefers-color-scheme: dark)')

const current = () => root.dataset.theme ?? (system.matches ? 'dark' : 'light')

/** Lets the button turn the page to the other paper, and remembers it. The button says what is shown, whoever turned it. */
export function switchTheme(button: HTMLButtonElement) {
  const show = () => button.setAttribute('aria-pressed', String(current() === 'dark'))
  button.addEventListener('click', () => {
    root.dataset.theme = current() === 'dark' ? 'light' : 'dark'
    show()
    try {
      localStorage.setItem('theme', root.dataset.theme)
    } catch {
      // Not remembered where storage is closed; this page is switched all the same.
    }
  })
  new MutationObserver(show).observe(root, { attributeFilter: ['data-theme'] })
  system.addEventListener('change', show)
  show()
}
