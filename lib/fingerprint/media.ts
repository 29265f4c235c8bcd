import { hashOf } from '../digest'
import { memoize } from '../memoize'
import { filesFingerprint, packagesFingerprint } from './program.mjs'
import { sourceFiles } from './source-files.mjs'

/**
 * Changes with anything that social cards are drawn with besides their words, the name and the colours of the site: the code,
 * the fonts, the libraries, and Node, which divides words into lines.
 */
export const cardFingerprint = () => fingerprintOf('cards')

/** Changes with anything that a picture is made smaller with. */
export const encodingFingerprint = () => fingerprintOf('pictures')

const made = {
  cards: {
    folders: ['lib/media/art', 'lib/media/card'],
    packages: /^(?:sharp|harfbuzzjs|fontverter|@fontsource-variable\/.+)$/,
    versions: process.versions,
  },
  pictures: { folders: ['lib/media/picture'], packages: /^sharp$/, versions: {} },
}

const fingerprintOf = memoize((kind: keyof typeof made) => {
  const { folders, packages, versions } = made[kind]
  const files = sourceFiles([...folders, 'lib/media/sharp.ts'])
  return hashOf([JSON.stringify(versions), packagesFingerprint(packages), filesFingerprint(files)])
})
