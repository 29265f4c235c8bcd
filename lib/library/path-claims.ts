import { folded } from '../content/folded'

/** What is at a place already: whose it is, and the two spellings where they are all that tells the places apart. */
export type Owner = { owner: string; at: string; isFile: boolean; spellings?: { here: string; there: string } }

type Place = { spelled: string; owner: string; isFile: boolean }

/**
 * Who holds which file of a release. On a disk a name is either a file or a folder, so `/old.html` and `/old.html/more/`
 * have one place; and on many, `/Old/` and `/old/` are one folder. The first who claims a place holds it.
 */
export function createPathClaims() {
  const places = new Map<string, Place>()
  return {
    claim(file: string, owner: string): void {
      if (!places.has(folded(file))) places.set(folded(file), { spelled: file, owner, isFile: true })
      for (const folder of foldersAbove(file)) {
        const key = folded(folder)
        // Then those above it are known, too.
        if (places.has(key)) return
        places.set(key, { spelled: folder, owner, isFile: false })
      }
    },
    /** Who has claimed what stands in the way of a file. */
    ownerAt(file: string): Owner | undefined {
      for (const name of [file, ...foldersAbove(file)]) {
        const place = places.get(folded(name))
        // A folder may hold more.
        if (place && (name === file || place.isFile || place.spelled !== name))
          return ownedBy(place, name, name !== file)
      }
    },
  }
}

function ownedBy({ spelled, owner, isFile }: Place, name: string, isFolder: boolean): Owner {
  const at = shownAs(spelled, !isFile)
  return { owner, at, isFile, ...(spelled === name ? {} : { spellings: { here: shownAs(name, isFolder), there: at } }) }
}

/** A file by the path that readers know it by. */
export const shownAs = (name: string, isFolder = false) => (isFolder ? `${name}/` : name.replace(/\/index\.html$/, '/'))

/** `/a/b/c.html` lies in `/a/b`, and that in `/a`. */
function foldersAbove(file: string): string[] {
  const folders: string[] = []
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) folders.push(file.slice(0, end))
  return folders
}
