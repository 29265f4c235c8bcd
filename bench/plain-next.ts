import { spawn } from 'node:child_process'
import { cp, mkdir, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from '../lib/publish/next/next-internals'

/**
 * Builds the posts of a folder as a plain Next export does: gray-matter, remark, no styles, no checks. Returns the folder
 * of the site.
 */
export async function buildPlainNext(posts: string, folder = path.resolve('.cache/bench/plain-next')): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.dirname(folder), { recursive: true })
  await cp('bench/plain-next', folder, { recursive: true })
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  const env = { ...process.env, POSTS_DIR: path.resolve(posts), NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [nextInternals.program, 'build'], { cwd: folder, env, stdio: 'pipe' })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (words += data))
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (code !== 0) throw new Error(`The plain Next site could not be built:\n${words.slice(-2000)}`)
  return path.join(folder, 'out')
}
