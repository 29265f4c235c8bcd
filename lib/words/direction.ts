import { site } from '../site'

// Those that are written today.
const fromRight = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']

/** Where the lines of a language begin, if not on the left as without it. */
export const directionOf = (language: string): 'rtl' | undefined =>
  fromRight.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : undefined

/** That of this magazine. */
export const direction = directionOf(site.language)
