/** The address of `app/late.css`, put in when this is bundled. */
declare const LATE_STYLES: string

const note = 'fonts'

/** Whether an earlier page of this visit has fetched the fonts. Throws where storage is closed. */
export const fontsAreKnown = () => sessionStorage.getItem(note) !== null

export function addFonts() {
  const stylesheet = document.createElement('link')
  stylesheet.rel = 'stylesheet'
  stylesheet.href = LATE_STYLES
  document.head.append(stylesheet)
  return stylesheet
}

/** Fetches the fonts now that the text is there, and has the next pages show them from the start. */
export function loadFonts() {
  try {
    if (fontsAreKnown()) return
    addFonts().addEventListener('load', async () => {
      await document.fonts.ready
      sessionStorage.setItem(note, 'fetched')
    })
  } catch {
    // Storage is closed to this page: each page then fetches them late.
    addFonts()
  }
}
