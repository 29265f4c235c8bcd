import { readdirSync, rmdirSync, unlinkSync } from 'node:fs'
import path from 'node:path'

/** Deletes files below a folder, at most so many, and folders that are empty then, itself too. Returns how many more it may. */
export function removeFiles(folder: string, most: number): number {
  let left = most
  if (left === 0) return 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) left = removeFiles(place, left)
    else {
      unlinkSync(place)
      left--
    }
    if (left === 0) return 0
  }
  rmdirSync(folder)
  return left
}
