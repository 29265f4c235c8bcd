import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { viewsOf } from '../../library/planned-views'
import { createReader, type LoadedSite } from '../../load/loaded-site'
import { isError } from '../../problem'
import { startDevServer } from '../next/next'
import { writeColours } from '../page-assets/colours'
import { bundleScripts } from '../page-assets/scripts'
import { writeViews } from '../views/view-store'
import { coalesce } from './coalesce'
import { createDevHandler, type DevState } from './dev-handler'
import { freePort } from './free-port'
import { gatherChanges } from './gather-changes'
import { watchPlace } from './watch-place'
import { bundledCode, contentPlaces, loadedCode } from './watched-places'

type DevOptions = {
  port: number
  /** Told after each reading, with the file whose change caused it. */
  onLoaded(loaded: LoadedSite, changed?: string): void
  /** Told when a reading came to nothing. The next change is read all the same. */
  onFailure(error: Error, changed?: string): void
  /** Told of changed code that this process has loaded, and does not load again. */
  onStaleCode(files: string[]): void
  /** Told when the settings are others, which this process has read for good, once no file has an error. */
  onSettings(): void
  /** Told after each bundling, with the file whose change caused it. */
  onBundled(changed: string): void
  onReady(): void
  /** Told when Next ends by itself. */
  onEnd(code: number | null): void
}

/** `started` rejects when the site cannot be shown at all; nothing is left running then. `stop` ends everything. */
export type DevSite = { started: Promise<void>; stop(): Promise<void> }

/**
 * Shows the site while posts are written: reads them again after every change, and has open pages reload. While a post
 * has an error, every page shows it in the words of `check`.
 */
export function startDevSite(options: DevOptions): DevSite {
  const { port, onFailure } = options
  const endings: (() => unknown)[] = []
  const state: DevState = { loaded: undefined, listeners: new Set() }

  async function start(): Promise<void> {
    const nextPort = await freePort()
    const { handle, upgrade } = createDevHandler(state, nextPort)
    const server = createServer(handle).on('upgrade', upgrade).listen(port, 'localhost')
    await once(server, 'listening')
    endings.push(() => server.close().closeAllConnections())
    await watch(loadedCode, gatherChanges(options.onStaleCode))
    await Promise.all([writeColours(), bundleScripts({ live: true })])
    const reader = createReader({ preview: true })
    endings.push(() => reader.close())
    const refresh = coalesce((changed?: string) => readAgain(() => reader.read(), changed))
    // From here on no change is missed, and only then are the posts read.
    await Promise.all([watch(contentPlaces(), refresh), watch(bundledCode, coalesce(bundleAgain))])
    await refresh()
    await Promise.all([startNext(nextPort), reader.warm()])
    options.onReady()
  }

  // Each on its own: where one of several is not there, chokidar 5 says too soon that it watches them all.
  function watch(places: readonly string[], onChange: (file: string) => void): Promise<unknown> {
    const watchers = places.map((place) => watchPlace(place, { onChange, onError: (error) => onFailure(error) }))
    endings.push(...watchers.map(({ close }) => close))
    return Promise.all(watchers.map(({ ready }) => ready))
  }

  async function bundleAgain(changed: string): Promise<void> {
    try {
      await bundleScripts({ live: true, isAgain: true })
      options.onBundled(changed)
      reload()
    } catch (error) {
      onFailure(error as Error, changed)
    }
  }

  async function readAgain(read: () => Promise<LoadedSite>, changed?: string): Promise<void> {
    try {
      const loaded = await read()
      if (!loaded.problems.some(isError)) await writeViews(viewsOf(loaded.library, loaded.bodyOf, loaded.about))
      Object.assign(state, { loaded, failure: undefined })
      options.onLoaded(loaded, changed)
      if (!loaded.hasOwnSettings && !loaded.problems.some(isError)) options.onSettings()
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      state.failure = error.message
      onFailure(error, changed)
    }
    reload()
  }

  function reload(): void {
    for (const listener of state.listeners) listener()
  }

  async function startNext(nextPort: number): Promise<void> {
    const next = startDevServer(nextPort)
    const closed = once(next, 'close')
    next.on('close', options.onEnd)
    endings.push(() => {
      next.off('close', options.onEnd)
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
