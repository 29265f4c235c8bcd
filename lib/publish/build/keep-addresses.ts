import { ledgerText } from '../../addresses/ledger'
import type { LoadedSite } from '../../load/loaded-site'
import { writeFileAtomic } from '../../write-atomic'
import type { AddedAddresses } from './build-context'

/** Adds the addresses of a published site to the ledger. Where that cannot be written, the site stands all the same. */
export async function keepAddresses({ kept }: LoadedSite): Promise<AddedAddresses | undefined> {
  if (!kept?.ledger) return undefined
  const { file, ledger, hasLedger, addresses } = kept
  const text = ledgerText(ledger, addresses())
  if (text === ledger.text) return undefined
  const added = linesIn(text) - (hasLedger ? linesIn(ledger.text) : 0)
  try {
    await writeFileAtomic(file, text)
    return { file, added }
  } catch (error) {
    return { file, added, failure: error instanceof Error ? error.message : String(error) }
  }
}

const linesIn = (text: string) => text.split('\n').filter(Boolean).length
