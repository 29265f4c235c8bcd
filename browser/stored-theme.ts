const root = document.documentElement

/** Shows the paper that the reader has chosen on any page; that of the system where no choice is stored. */
function showStoredTheme() {
  try {
    const stored = localStorage.getItem('theme')
    if (stored === 'light' || stored === 'dark') root.dataset.theme = stored
    else delete root.dataset.theme
  } catch {
    // Storage is closed to this page: it keeps the paper it has.
  }
}

/** Shows the stored paper from now on, whichever page the reader turns it on. */
export function followStoredTheme() {
  showStoredTheme()
  // A page in the back/forward cache is told of nothing; it asks when it is shown again.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) showStoredTheme()
  })
  addEventListener('storage', showStoredTheme)
  document.addEventListener('prerenderingchange', showStoredTheme)
}
