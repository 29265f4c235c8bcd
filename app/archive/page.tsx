import { ArchivePage } from '@/components/ArchivePage'
import { readView } from '@/lib/publish/view-store'
import { archivePath } from '@/lib/routes'
import { metadataOf } from '../metadata'

const view = () => readView('archive', archivePath())

export const generateMetadata = async () => metadataOf(await view())

export default async function Page() {
  return <ArchivePage view={await view()} />
}
