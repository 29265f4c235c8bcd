// Runs in the head, before anything is painted: the reader's own choice of paper, and the fonts where an earlier page has
// loaded them.
const root = document.documentElement
try {
  const chosen = localStorage.getItem('theme')
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen
  const fonts = document.querySelector<HTMLLinkElement>('link[data-fonts]')
  if (fonts && sessionStorage.getItem('fonts')) fonts.media = 'all'
} catch {
  // Storage is closed to this page; the system's preference holds.
}
