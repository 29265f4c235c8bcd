import { createHash } from 'node:crypto'
import * as z from 'zod'

// No such name leads out of its folder, whoever wrote it.
const fetchedFile = /^[a-z0-9][a-z0-9-]*\.[0-9a-f]{10}\.(?:jpg|png|webp)$/
const count = z.int().positive()

/** One entry of the lock. */
export const lockedPicture = z
  .strictObject({
    file: z.string().regex(fetchedFile),
    type: z.enum(['image/jpeg', 'image/png', 'image/webp']),
    width: count,
    height: count,
    bytes: count,
    /** SHA-256 of the file. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    credit: z.string().optional(),
    alt: z.string().optional(),
  })
  .refine(({ file, hash }) => file.includes(`.${hash.slice(0, 10)}.`))

/** What was fetched from one address: the file beside the lock, and what posts say of the picture. */
export type LockedPicture = z.output<typeof lockedPicture>

export const hashOfFetched = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** An address as the lock has it: several spellings are one, and `#wide` is the business of the page. */
export function lockedAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const address = new URL(url)
  address.hash = ''
  return address.href
}
