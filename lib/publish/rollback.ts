import { publishAgain } from './release'
import { currentRelease, releasesBefore } from './release-record'

/** Publishes the release before the current one again, and returns when that was made. Done twice, it leads back. */
export async function rollBack(): Promise<Date> {
  const current = await currentRelease()
  if (current === undefined) throw new Error('Nothing is published here.')
  const before = (await releasesBefore(current)).at(-1)
  if (before === undefined) throw new Error('No earlier release is kept.')
  await publishAgain(before)
  return new Date(Number(before.replace(/^.*\D/, '')))
}
