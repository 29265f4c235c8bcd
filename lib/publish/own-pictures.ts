import { existsSync } from 'node:fs'
import path from 'node:path'
import { isRemote } from '../content/addresses'
import { shownPath } from '../content/files'
import type { Content } from '../content/loader'
import { type Place, problemIn } from '../content/places'
import type { Problem } from '../content/problem'
import type { Picture, Pictures } from '../media/pictures'
import { site } from '../site'

/** Where a picture was asked for: the file, and the place of its address there. */
type Asked = { file: string; place?: Place | undefined }

/** A local picture, or why it cannot be shown. What the loader has said of the file is not said again. */
export async function findOwnPicture(
  url: string | undefined,
  { file, place }: Asked,
  pictures: Pictures,
  { problems }: Pick<Content, 'problems'>,
): Promise<{ picture?: Picture; problems: Problem[] }> {
  if (!url || isRemote(url)) return { problems: [] }
  try {
    return { picture: await pictures.find(url), problems: [] }
  } catch (error) {
    if (problems.some((problem) => problem.rule === 'picture-missing' && problem.file === file)) return { problems: [] }
    const message = error instanceof Error ? error.message : String(error)
    return { problems: [problemIn(file, place, { severity: 'error', rule: 'unreadable-picture', message })] }
  }
}

/** The file of the authors' profiles, beside which their pictures lie, as problems name it. */
export function profilesFile(): { folder: string; file: string } {
  const name = '_authors.yml'
  const folder = existsSync(path.join(site.postsDirectory, name)) ? site.postsDirectory : site.fallbackDirectory
  return { folder, file: shownPath(path.join(folder, name)) }
}
