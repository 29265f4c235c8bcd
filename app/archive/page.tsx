import { ArchivePage } from '@/components/ArchivePage'
import { archivePath } from '@/lib/routes'
import { Described } from '../described'
import { viewAt } from '../view'

export default async function Page() {
  const page = await viewAt('archive', archivePath())
  return (
    <Described view={page}>
      <ArchivePage view={page} />
    </Described>
  )
}
