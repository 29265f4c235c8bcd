import { site } from '../site'

const format = new Intl.NumberFormat([site.language, 'en'])

/** A number as the language of the magazine writes it. */
export const numbers = (number: number) => format.format(number)
