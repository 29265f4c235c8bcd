import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'

/** A served site: its address without a final slash, and the folder it is served from. */
export type Site = { url: string; directory: string }

export type SiteName = 'magazine' | 'acceptance' | 'none' | 'two' | 'interactive' | 'plain'

/** A site that the setup has built and serves. */
export function site(name: SiteName): Site {
  const sites = JSON.parse(process.env.E2E_SITES ?? '{}') as Partial<Record<SiteName, Site>>
  const found = sites[name]
  if (!found) throw new Error(`The setup served no site called "${name}"`)
  return found
}

/** Serves a folder as the site of `url`, on a free port. */
export async function serveSite(directory: string, url: string): Promise<{ site: Site; stop: () => void }> {
  const child: ChildProcess = fork(path.resolve('__tests__/e2e/serve-site.ts'), [directory], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '', SITE_URL: url },
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (address: { port: number }) => resolve(address.port))
    child.once('exit', (code) => reject(new Error(`The server of ${directory} ended with code ${code}`)))
  })
  const basePath = new URL(url).pathname.replace(/\/+$/, '')
  return { site: { url: `http://127.0.0.1:${port}${basePath}`, directory }, stop: () => child.disconnect() }
}
