import { createServer } from 'node:http'
import { createHandler } from '../lib/publish/host/serve'
import { portFrom, site } from '../lib/site'
import { readArguments } from './arguments'
import { portWords } from './port-words'

const { values } = readArguments('npm run serve -- --port 3000 --host 0.0.0.0', {
  options: { port: { type: 'string' }, host: { type: 'string', default: 'localhost' } },
})
const port = values.port === undefined ? site.port : portFrom(values.port, '--port')
const { host } = values
const isOpen = host === '0.0.0.0' || host === '::'
const name = isOpen ? 'localhost' : host.includes(':') ? `[${host}]` : host
const reach = isOpen
  ? 'and at every address of this machine; '
  : host === 'localhost'
    ? 'on this machine only, `npm run serve -- --host 0.0.0.0` shows it to others; '
    : ''

const server = createServer(createHandler())
server.on('error', (error) => {
  console.error(portWords(error, port, 'npm start'))
  process.exit(1)
})
server.listen(port, host, () =>
  console.log(`${site.name} is at http://${name}:${port}${site.basePath}/  (${reach}Ctrl-C ends it)`),
)
