import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { newProject, type Project } from '../../../cli/project'

let project: Project
beforeEach(() => {
  project = newProject()
})
afterEach(() => project.remove())

/** Does something while a port of this machine is taken. */
async function whileTaken<Result>(work: (port: number) => Promise<Result>): Promise<Result> {
  const server = createServer()
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject).listen(0, 'localhost', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return work(port).finally(() => server.close())
}

describe.each([
  ['dev', 'npm run dev'],
  ['serve', 'npm start'],
])('%s', (command, start) => {
  it('says which port to take when its own is in use, and has begun nothing', async () => {
    await whileTaken(async (port) => {
      const { code, out, err } = await project.run(command, [], { PORT: String(port) })
      expect(err).toBe(`Port ${port} is in use. Choose another one:  PORT=${port + 1} ${start}\n`)
      expect({ code, out }).toEqual({ code: 1, out: '' })
    })
    for (const begun of ['.next', '.cache/dev', '.cache/views', '.releases'])
      expect(existsSync(path.join(project.folder, begun))).toBe(false)
  })
})
