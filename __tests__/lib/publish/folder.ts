import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What social cards are drawn with: their plan asks whether it has changed. */
export const drawingCode = ['lib/media', 'package-lock.json']

/** Runs each test of a file in a folder with nothing but links to what is given of the project, and with fresh modules. */
export function inEmptyFolder(...linked: string[]): { write(name: string, text?: string | Uint8Array): string } {
  const home = process.cwd()
  let folder: string
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'publish-')))
    for (const name of linked) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      symlinkSync(path.join(home, name), path.join(folder, name))
    }
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
