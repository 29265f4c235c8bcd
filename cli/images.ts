import { createReader } from '../lib/load/loaded-site'
import { profilesFile } from '../lib/load/resolve-image'
import { fetchPictures, type NamedPicture } from '../lib/media/picture/fetch-pictures'
import { lockedAddress } from '../lib/media/picture/locked-picture'
import { printable } from '../lib/printable'
import { isError } from '../lib/problem'
import { whileLocked } from '../lib/publish/build/lock'
import { site } from '../lib/site'
import { readArguments, refuse } from './arguments'
import { count, progressLine, waitingFor } from './words'

const usage = 'npm run images -- --refresh https://example.org/picture.jpg --prune'
const { values } = readArguments(usage, {
  options: { refresh: { type: 'string', multiple: true, default: [] }, prune: { type: 'boolean', default: false } },
})

const hints = 'Correct the address, save the picture beside the post and name that file, or try again later.'
const progress = progressLine()
await whileLocked('images', fetchAll, waitingFor('fetch'))

async function fetchAll(): Promise<void> {
  const named: (NamedPicture & { folder: string })[] = []
  const reader = createReader({
    onProgress: progress.show,
    onNamed: (url, folder, naming = { file: '' }) => named.push({ url, folder, ...naming }),
  })
  const { problems } = await reader.read().finally(() => reader.close())
  progress.end()
  for (const url of values.refresh)
    if (!named.some((picture) => lockedAddress(picture.url) === lockedAddress(url)))
      refuse(`No post names the picture ${url}`, usage)
  // What a post names is not known as long as it cannot be read.
  const broken = problems.filter(({ rule }) => rule !== 'picture-lock').some(isError)
  if (values.prune && broken) throw new Error('There are errors in posts, so nothing is pruned. See  npm run check')

  const told = { fetched: 0, failed: 0 }
  for (const folder of new Set([site.postsDirectory, profilesFile().folder])) {
    const { fetched, failed, unnamed, removed } = await fetchPictures(
      folder,
      named.filter((picture) => picture.folder === folder),
      { again: values.refresh, prune: values.prune, onProgress: (...so) => progress.show('Fetching pictures', ...so) },
    )
    progress.end()
    for (const { url, file } of fetched) console.log(printable(`${file}  from ${url}`))
    for (const { url, post, reason } of failed) console.error(printable(`${post}: warning  ${url} ${reason}.`))
    for (const file of removed) console.log(`${file}  was removed: no post names it any more.`)
    if (unnamed.length) console.log(leftOver(unnamed.length))
    told.fetched += fetched.length
    told.failed += failed.length
  }
  console.log(outcome(told))
  // A dead host stops nobody: there is cover art until the picture is there.
  if (told.failed) console.error(`${count(told.failed, 'picture')} could not be fetched. ${hints}`)
}

function leftOver(number: number): string {
  return `No post names ${count(number, 'fetched picture')} any more; to remove that:  npm run images -- --prune`
}

function outcome(told: { fetched: number; failed: number }): string {
  if (told.fetched) return `Fetched ${count(told.fetched, 'picture')}. Commit what is new beside the posts.`
  return told.failed ? 'Nothing was fetched.' : 'Every picture is here.'
}
