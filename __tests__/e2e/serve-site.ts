import { createServer } from 'node:http'
import { createHandler } from '../../lib/publish/host/serve'

// A process of its own for each site, because `SITE_URL` is read once. Says the port it found, and ends with its parent.
const server = createServer(createHandler(process.argv[2]))
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
process.on('disconnect', () => process.exit())
