import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Runs each test of a file in an empty folder, with modules that have not been loaded anywhere else. */
export function inEmptyFolder(): { write(name: string, text?: string | Uint8Array): string } {
  const home = process.cwd()
  let folder: string
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'publish-')))
    process.chdir(folder)
    jest.resetModules()
  })
  afterEach(() => {
    process.chdir(home)
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    write(name, text = '') {
      const file = path.join(folder, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, text)
      return file
    },
  }
}
