import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { watch } from 'chokidar'
import { isError } from '../../content/problem'
import { viewsOf } from '../../library/views'
import { site } from '../../site'
import { writeColours } from '../colours'
import { createReader, type Edition } from '../edition'
import { startDevServer } from '../next'
import { bundleScripts } from '../scripts'
import { writeViews } from '../view-store'
import { createDevHandler, type DevState } from './dev-handler'
import { freePort } from './free-port'
import { oneAtATime } from './one-at-a-time'

type DevOptions = {
  port: number
  /** Told after each reading, with the file whose change caused it. */
  onEdition(edition: Edition, changed?: string): void
  /** Told when a reading came to nothing. The next change is read all the same. */
  onFailure(error: Error, changed?: string): void
  onReady(): void
  /** Told when Next ends by itself. */
  onEnd(code: number | null): void
}

// Read the moment it appears, a new file may still be empty, and nothing tells of the rest (chokidar 5).
const settled = { stabilityThreshold: 50, pollInterval: 10 }

/** `started` rejects when the site cannot be shown at all; nothing is left running then. `stop` ends everything. */
export type DevSite = { started: Promise<void>; stop(): Promise<void> }

/**
 * Shows the site while posts are written: reads them again after every change, and has open pages reload. While a post
 * has an error, every page shows it in the words of `check`.
 */
export function startDevSite({ port, onEdition, onFailure, onReady, onEnd }: DevOptions): DevSite {
  const endings: (() => unknown)[] = []
  const state: DevState = { edition: undefined, listeners: new Set() }

  async function start(): Promise<void> {
    const nextPort = await freePort()
    const { handle, upgrade } = createDevHandler(state, nextPort)
    const server = createServer(handle).on('upgrade', upgrade).listen(port, 'localhost')
    await once(server, 'listening')
    endings.push(() => server.close().closeAllConnections())
    await Promise.all([writeColours(), bundleScripts({ live: true })])
    const reader = createReader({ preview: true })
    endings.push(() => reader.close())
    const refresh = oneAtATime((changed?: string) => readAgain(() => reader.read(), changed))
    const watcher = watch(site.postsDirectory, { ignoreInitial: true, awaitWriteFinish: settled })
    endings.push(() => watcher.close())
    watcher.on('error', (error) => onFailure(error as Error))
    watcher.on('all', (_, file) => refresh(path.relative(process.cwd(), file)))
    // From here on no change is missed, and only then are the posts read.
    await once(watcher, 'ready')
    await refresh()
    await Promise.all([startNext(nextPort), reader.warm()])
    onReady()
  }

  async function readAgain(read: () => Promise<Edition>, changed?: string): Promise<void> {
    try {
      const edition = await read()
      if (!edition.problems.some(isError)) await writeViews(viewsOf(edition.library, edition.bodyOf, edition.about))
      Object.assign(state, { edition, failure: undefined })
      onEdition(edition, changed)
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      state.failure = error.message
      onFailure(error, changed)
    }
    for (const listener of state.listeners) listener()
  }

  async function startNext(nextPort: number): Promise<void> {
    const next = startDevServer(nextPort)
    const closed = once(next, 'close')
    next.on('close', onEnd)
    endings.push(() => {
      next.off('close', onEnd)
      next.kill()
      return closed
    })
    while (next.exitCode === null && !(await answers(nextPort))) await wait(100)
  }

  async function stop(): Promise<void> {
    for (const end of endings.splice(0).reverse()) await end()
  }

  const started = start().catch(async (error) => {
    await stop()
    throw error
  })
  return { started, stop }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.end())
  })
}
