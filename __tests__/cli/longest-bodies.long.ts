import type { Problem } from '@/lib/problem'
import { post } from '../lib/content/valid-post'
import { longestBodies } from './bad-bodies'
import { newProject } from './project'

it.each(longestBodies)(
  'check gives %s the time it needs, or says that it was given up',
  async (file, text) => {
    const project = newProject()
    project.write(`posts/${file}`, text)
    project.write('posts/taken.md', post())
    const { out } = await project.run('check', ['--format', 'json'])
    project.remove()
    const told = (JSON.parse(out) as Problem[]).map(
      ({ line, column, severity, rule }) => `${line}:${column} ${severity} ${rule}`,
    )
    expect(['', '8:1 error output-limit', '8:1 error too-slow']).toContain(told.join())
  },
  120_000,
)
