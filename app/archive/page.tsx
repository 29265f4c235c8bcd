import { ArchivePage } from '@/components/ArchivePage'
import { archivePath } from '@/lib/routes'
import { Described } from '../described'
import { metadataOf } from '../metadata'
import { viewAt } from '../view'

const view = () => viewAt('archive', archivePath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  const page = await view()
  return (
    <Described view={page}>
      <ArchivePage view={page} />
    </Described>
  )
}
