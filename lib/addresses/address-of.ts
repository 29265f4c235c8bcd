import { withoutBase } from '../library/path-owners'
import { articlePath } from '../routes'

/** The address of an article as a ledger has it. */
export const addressOf = (slug: string) => withoutBase(articlePath(slug))

/** The slug of an article's address; undefined where it is of something else. */
export const slugIn = (address: string): string | undefined => /^\/articles\/([^/]+)\/$/.exec(address)?.[1]
