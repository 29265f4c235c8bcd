import { createServer } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { watch } from 'chokidar'
import { isError } from '../content/problem'
import { viewsOf } from '../library/views'
import { site } from '../site'
import { createDevHandler, type DevState } from './dev-handler'
import { createReader, type Edition } from './edition'
import { freePort } from './free-port'
import { startDevServer } from './next'
import { bundleScripts, writeColours } from './scripts'
import { writeViews } from './view-store'

type DevOptions = {
  port: number
  /** Told after each reading, with the file whose change caused it. */
  onEdition(edition: Edition, changed?: string): void
  onReady(): void
  /** Told when Next ends by itself. */
  onEnd(code: number | null): void
}

/**
 * Shows the site while posts are written: reads them again after every change, and has open pages reload. While a post
 * has an error, every page shows it in the words of `check`. Returns a function that ends everything.
 */
export async function startDevSite({ port, onEdition, onReady, onEnd }: DevOptions): Promise<() => Promise<void>> {
  const reader = createReader({ preview: true })
  const state: DevState = { edition: undefined, listeners: new Set() }
  await Promise.all([writeColours(), bundleScripts({ live: true })])
  await refresh()
  const nextPort = await freePort()
  const next = startDevServer(nextPort)
  next.on('close', onEnd)
  const { handle, upgrade } = createDevHandler(state, nextPort)
  await Promise.all([untilItAnswers(nextPort), reader.warm()])
  const server = createServer(handle).on('upgrade', upgrade)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))
  const watcher = watch(site.postsDirectory, { ignoreInitial: true, awaitWriteFinish: false })
  watcher.on('all', (_, file) => schedule(path.relative(process.cwd(), file)))
  onReady()

  let running = false
  let waiting: string | undefined

  // One reading at a time: what changes meanwhile is read right after.
  async function schedule(file: string): Promise<void> {
    waiting = file
    if (running) return
    running = true
    while (waiting) {
      const changed: string = waiting
      waiting = undefined
      await refresh(changed)
    }
    running = false
  }

  async function refresh(changed?: string): Promise<void> {
    const edition = await reader.read()
    state.edition = edition
    if (!edition.problems.some(isError)) await writeViews(viewsOf(edition.library, edition.bodyOf, edition.about))
    onEdition(edition, changed)
    for (const listener of state.listeners) listener()
  }

  return async () => {
    next.removeListener('close', onEnd)
    next.kill()
    server.closeAllConnections()
    server.close()
    await Promise.all([watcher.close(), reader.close()])
  }
}

async function untilItAnswers(port: number): Promise<void> {
  const answered = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.end())
    })
  while (!(await answered())) await wait(100)
}
