import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { watch } from 'chokidar'
import { isLeftover } from '../../leftovers.mjs'

type Watching = { onChange(file: string): void; onError(error: Error): void }

// Read the moment it appears, a new file may still be empty, and nothing tells of the rest (chokidar 5).
const settled = { stabilityThreshold: 50, pollInterval: 10 }

/**
 * Tells of everything that changes at a place, but for what editors keep beside a file while they work. Once it is `ready`
 * no change is missed. A place that is not there yet is looked for in the nearest folder that is. The place itself may be a link; of those below it only the links are watched, not where they lead.
 */
export function watchPlace(place: string, { onChange, onError }: Watching) {
  const root = existsSync(place) ? realpathSync(place) : path.resolve(place)
  const found = nearestFolder(root)
  const isOnTheWay = (file: string) => isBelow(root, file) || isBelow(file, root)
  const watcher = watch(found, {
    ignoreInitial: true,
    awaitWriteFinish: settled,
    // Of links that lead round in a circle it would watch thousands of paths (chokidar 5).
    followSymlinks: false,
    // Whoever reads the place says so.
    ignorePermissionErrors: true,
    ignored: (file) => !isOnTheWay(file) || (isLeftover(path.basename(file)) && !isBelow(root, file)),
  })
  watcher.on('error', (error) => onError(error as Error))
  watcher.on('all', (_, file) => {
    if (isBelow(file, root)) onChange(path.relative('', path.resolve(place, path.relative(root, file))))
  })
  const ready = new Promise<void>((resolve) => watcher.once('ready', resolve))
  return { ready, close: () => watcher.close() }
}

// Of a path to nothing chokidar 5 tells what happens beside it, and not always what happens there.
const nearestFolder = (place: string): string => (existsSync(place) ? place : nearestFolder(path.dirname(place)))

/** Whether a path is another or lies below it. */
const isBelow = (file: string, folder: string) =>
  file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)
