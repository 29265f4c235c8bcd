import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { createHandler } from '../lib/publish/serve'
import { site } from '../lib/site'

const { values } = parseArgs({ options: { port: { type: 'string' } } })
const port = Number(values.port ?? site.port)

const server = createServer(createHandler())
server.on('error', (error: NodeJS.ErrnoException) => {
  const busy = `Port ${port} is in use. Choose another one:  PORT=${port + 1} npm start`
  console.error(error.code === 'EADDRINUSE' ? busy : error.message)
  process.exit(1)
})
server.listen(port, () => console.log(`${site.name} is at http://localhost:${port}${site.basePath}/  (Ctrl-C ends it)`))
