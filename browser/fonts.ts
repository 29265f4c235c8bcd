/** Loads the fonts once the page is there, so that they never delay its text. Later pages know that they are at hand. */
export function loadFonts(stylesheet: HTMLLinkElement) {
  const load = async () => {
    stylesheet.media = 'all'
    await document.fonts.ready
    try {
      sessionStorage.setItem('fonts', 'loaded')
    } catch {
      // Storage is closed to this page: the next one loads them late again.
    }
  }
  if (document.readyState === 'complete') load()
  else addEventListener('load', load)
}
