import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import { freePort } from '../../lib/publish/dev/free-port'

/** A running `npm run dev`: where it answers, and all that it has said. `end` waits until it is gone. */
export type Dev = { process: ChildProcess; url: string; said(): string; end(signal?: NodeJS.Signals): Promise<unknown> }

/** Starts `npm run dev` in a folder of the project or a copy of it, and waits until it is live. */
export async function startDev(folder: string, posts: string): Promise<Dev> {
  const port = await freePort()
  const child = spawn(process.execPath, ['cli/run.mjs', 'dev'], {
    cwd: folder,
    env: {
      ...process.env,
      // `localhost` may be ::1, to which the browser of these tests has no way.
      NODE_OPTIONS: '--dns-result-order=ipv4first',
      POSTS_DIR: posts,
      PORT: String(port),
      SITE_NOW: '2026-06-01T08:00:00Z',
      SITE_URL: 'https://magazine.example',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (words += data))
  const closed = once(child, 'close')
  await expect(() => expect(words).toMatch(/ is live at http:/)).toPass({ timeout: 60_000 })
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    said: () => words,
    async end(signal = 'SIGTERM') {
      child.kill(signal)
      const [code] = await closed
      return code
    },
  }
}
