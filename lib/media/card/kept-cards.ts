import path from 'node:path'
import { cardFingerprint } from '../../fingerprint/media'

/** Where cards are kept: in a folder for each way of drawing them, named by all that they are drawn with. */
export const cardsDirectory = path.resolve('.cache/cards')

/** Where the file of a card is kept once it has been made. */
export const keptCard = (file: string) => `${cardsDirectory}${path.sep}${cardFingerprint()}${path.sep}${file}`
