// This file is no TypeScript, because it is asked before a command is bundled.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { isLeftover } from '../leftovers.mjs'

/**
 * The files at and below some places, in one order. Links are followed. What is not there has none.
 * @param {string[]} places
 * @param {(file: string) => boolean} isWanted of files and folders by their place
 * @returns {string[]}
 */
export const sourceFiles = (places, isWanted = () => true) => places.flatMap((place) => filesAt(place, isWanted, []))

/** @returns {string[]} */
function filesAt(
  /** @type {string} */ place,
  /** @type {(file: string) => boolean} */ isWanted,
  /** @type {string[]} */ above,
) {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return found.isFile() ? [place] : []
  // A link may lead back to a folder it lies in.
  const key = `${found.dev}:${found.ino}`
  if (above.includes(key)) return []
  const names = readdirSync(place)
    .filter((name) => !isLeftover(name))
    .sort()
  const files = names.map((name) => path.join(place, name)).filter(isWanted)
  return files.flatMap((file) => filesAt(file, isWanted, [...above, key]))
}
