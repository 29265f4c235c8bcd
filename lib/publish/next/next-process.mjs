// Runs Next:  node lib/publish/next/next-process.mjs <its program> <its module that copies public/> build
// Nothing ever comes through the pipe it reads. It closes when the process at the other end is gone, however it was ended,
// and then Next ends too: nobody waits for it, and it would be in the way of whoever tries again.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

process.stdin
  .on('end', () => process.exit(1))
  .resume()
  .unref()
const [node = '', , program = '', copying = '', ...words] = process.argv
// A release takes public/ itself, without what is left behind there. Next copies all, and fails at a link to nothing.
const load = createRequire(import.meta.url)
const { recursiveCopy } = existsSync(copying) ? load(copying) : {}
const copyOthers = async (/** @type {[string]} */ ...told) =>
  path.resolve(told[0]) === path.resolve('public') ? undefined : recursiveCopy(...told)
if (recursiveCopy) Object.assign(load.cache[load.resolve(copying)] ?? {}, { exports: { recursiveCopy: copyOthers } })

process.argv = [node, program, ...words]
await import(pathToFileURL(program).href)
