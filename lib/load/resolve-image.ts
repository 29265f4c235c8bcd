import { existsSync } from 'node:fs'
import path from 'node:path'
import { shownPath } from '../content/files'
import type { Content } from '../content/loader'
import { type Place, problemIn } from '../content/places'
import type { Resolution } from '../markdown/rendered'
import type { Naming, Picture, Pictures } from '../media/picture/pictures'
import type { Problem } from '../problem'
import { site } from '../site'

/** Where a picture was asked for: the file, the place of its address there, and the words beside it. */
type Asked = { file: string; place?: () => Place | undefined; alt?: string | undefined; credit?: string | undefined }

export type FoundPicture = { picture?: Picture; problems: Problem[] }

/** A picture of ours, or why it cannot be shown. What the loader has said of this place is not said again. */
export function findOwnPicture(
  url: string | undefined,
  { place, ...naming }: Asked,
  pictures: Pictures,
  { problems }: Pick<Content, 'problems'>,
): FoundPicture | Promise<FoundPicture> {
  const finding = url && pictures.find(url, naming)
  return finding ? unlessUnreadable(finding, naming.file, place, problems) : { problems: [] }
}

async function unlessUnreadable(
  finding: Promise<Picture>,
  file: string,
  place: Asked['place'],
  problems: readonly Problem[],
): Promise<FoundPicture> {
  try {
    return { picture: await finding, problems: [] }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const found = problemIn(file, place?.(), { severity: 'error', rule: 'unreadable-picture', message })
    const isSaid = problems.some((problem) => problem.rule === 'picture-missing' && isSamePlace(problem, found))
    return { problems: isSaid ? [] : [found] }
  }
}

const isSamePlace = (a: Problem, b: Problem) => a.file === b.file && a.line === b.line && a.column === b.column

/** A picture in a body, as the body has to know it. */
export async function resolvePicture(url: string, naming: Naming, pictures: Pictures): Promise<Resolution> {
  try {
    return (await pictures.find(url, naming)) ?? { missing: true, message: 'The picture is not fetched yet.' }
  } catch (error) {
    return { missing: true, message: error instanceof Error ? error.message : String(error) }
  }
}

/** The file of the authors' profiles, beside which their pictures lie, as problems name it. */
export function profilesFile(): { folder: string; file: string } {
  const name = '_authors.yml'
  const folder = existsSync(path.join(site.postsDirectory, name)) ? site.postsDirectory : site.fallbackDirectory
  return { folder, file: shownPath(path.join(folder, name)) }
}
