// Runs Next:  node lib/publish/next-process.mjs <its program> build
// Nothing ever comes through the pipe it reads. It closes when the process at the other end is gone, however it was ended,
// and then Next ends too: nobody waits for it, and it would be in the way of whoever tries again.
import { pathToFileURL } from 'node:url'

process.stdin
  .on('end', () => process.exit(1))
  .resume()
  .unref()
process.argv.splice(1, 1)
await import(pathToFileURL(process.argv[1] ?? '').href)
