import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../lib/problem'

/**
 * Does what a writer does who has renamed or deleted something: lets `check --fix` write where old addresses lead, and says of
 * the others that they are gone.
 */
export function answerLost(folder: string, posts: string, environment: Record<string, string>): void {
  const words = ['cli/run.mjs', 'check', '--fix', '--format', 'json']
  const options = {
    cwd: folder,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  } as const
  const problems: Problem[] = JSON.parse(spawnSync(process.execPath, words, options).stdout)
  const gone = problems.flatMap(({ rule, hint = '' }) =>
    rule === 'lost-address' ? (/^- gone: .*$/m.exec(hint) ?? []) : [],
  )
  if (gone.length) appendFileSync(path.join(posts, '_redirects.yml'), `${gone.join('\n')}\n`)
}
