import { hashOf } from '../digest'

/** A text that is known by its hash and read when it is asked for: most of a magazine is as it was, and only compared. */
export type LazyText = { hash: string; read(): string }

/** A text that has been read. */
export const readyText = (text: string): LazyText => ({ hash: hashOf([text]), read: () => text })
