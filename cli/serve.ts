import './plain-words'
import { createServer } from 'node:http'
import { createHandler } from '../lib/publish/serve'
import { portFrom, site } from '../lib/site'
import { readArguments } from './arguments'

const { values } = readArguments('npm run serve -- --port 3000', { options: { port: { type: 'string' } } })
const port = values.port === undefined ? site.port : portFrom(values.port)

const server = createServer(createHandler())
server.on('error', (error: NodeJS.ErrnoException) => {
  const busy = `Port ${port} is in use. Choose another one:  PORT=${port + 1} npm start`
  console.error(error.code === 'EADDRINUSE' ? busy : error.message)
  process.exit(1)
})
server.listen(port, () => console.log(`${site.name} is at http://localhost:${port}${site.basePath}/  (Ctrl-C ends it)`))
