import { site } from '../site'
import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { ja } from './ja'
import type { Words } from './table'

const tables: Record<string, Words> = { ar, de, en, es, fr, ja }

/** The words of a language, by its tag; those of English where there is no table for it. */
export const wordsIn = (language: string): Words => tables[new Intl.Locale(language).language] ?? en

/** Those of this magazine. */
export const words = wordsIn(site.language)

/** The name with the year of its beginning, where that is told. */
export const imprint = site.since === undefined ? site.name : words.since(site.name, String(site.since))
