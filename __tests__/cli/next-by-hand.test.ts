import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { newProject } from './project'

test.each([
  ['build', 'npm run build'],
  ['dev', 'npm run dev'],
  ['start', 'npm start'],
])('next %s by hand says what to run instead', (command, instead) => {
  const project = newProject()
  const { SITE_SETTINGS: _, ...env } = process.env
  const next = path.resolve('node_modules/next/dist/bin/next')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [next, command, '--port=0'].slice(0, command === 'build' ? 2 : 3),
    {
      ...{ cwd: project.folder, encoding: 'utf8', timeout: 120_000 },
      env: { ...env, NODE_ENV: command === 'dev' ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  project.remove()
  expect(`${stdout}${stderr}`).toContain(`Next alone does not make this site. Run:  ${instead}\n`)
  expect(status).toBe(1)
})
