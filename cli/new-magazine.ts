import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { editorSchemas } from '../lib/content/editor-schema'
import { readContent } from '../lib/content/loader'
import { dayAt } from '../lib/days'
import { formatProblem, isError } from '../lib/problem'
import { now, site } from '../lib/site'
import { type Answers, starterFiles, textsIn } from '../lib/starter/starter-files'
import { answersTo, type Flags } from './magazine-questions'

/**
 * Empties the folder of posts and writes a magazine of one's own there: settings, categories, an author, the about page and a
 * first post. Asks for what no flag says, where somebody is there to answer. Ends the command with code 1 where a file would
 * be lost, or an answer cannot stand.
 */
export async function newMagazine(flags: Flags): Promise<void> {
  const { postsDirectory: folder } = site
  throwIfLost(folder)
  const terminal = process.stdin.isTTY ? { input: process.stdin, output: process.stdout } : undefined
  const answers = await answersTo(flags, terminal)
  const files = starterFiles(answers, dayAt(now(), answers.timeZone))
  for (const [name, text] of editorSchemas(throwIfWrong(files, answers))) files.set(name, text)
  // Something may have been saved while the questions stood there.
  throwIfLost(folder)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(path.join(folder, name), text)
  for (const name of readdirSync(folder).filter(isEmptied))
    if (!files.has(name)) rmSync(path.join(folder, name), { recursive: true })
  tell(answers, path.relative(process.cwd(), folder) || '.', [...files.keys()])
}

function tell({ name, language }: Answers, folder: string, files: string[]): void {
  console.log(`${name} lies in ${folder}/: ${files.filter((file) => !file.endsWith('.json')).join(', ')}.`)
  if (!textsIn(language).isTranslated)
    console.log(`There are no texts in ${language} yet, so they are in English: write your own in their place.`)
  console.log(`
Next:
  npm run dev          shows it at http://localhost:3000
  ${folder}/_site.yml      says what it is about: change tagline and description
  npm run check        says what is wrong, with its place
  git add ${folder} && git commit -m "Begin ${name.replace(/["\\$`]/g, '')}"`)
}

/** Asks git: a file that is in no commit could not be brought back. */
function throwIfLost(folder: string): void {
  if (!existsSync(folder) || !readdirSync(folder).some(isEmptied)) return
  const shown = path.relative(process.cwd(), folder) || '.'
  const unsaved = unsavedIn(folder)
  if (!unsaved)
    throw new Error(
      `${shown} is not kept by git, so its files could not be brought back. Move them away, or put them under git: git init && git add . && git commit -m "Before"`,
    )
  if (!unsaved.length) return
  const more = unsaved.length > 5 ? `\nand ${unsaved.length - 5} more` : ''
  throw new Error(
    `These would be lost, since the folder is emptied and no commit has them as they are:\n${unsaved.slice(0, 5).join('\n')}${more}\nCommit them or move them away, then try again.`,
  )
}

/** Files that are in no commit as they are, but for the addresses of what is left behind; nothing where git does not know the folder. */
function unsavedIn(folder: string): string[] | undefined {
  try {
    const listed = git(folder, 'status', '--porcelain', '--ignored', '--untracked-files=all', '-z', '--', '.')
    const { length } = git(folder, 'rev-parse', '--show-prefix').trim()
    return listed
      .split('\0')
      .filter((line) => /^.. /.test(line))
      .map((line) => line.slice('?? '.length + length))
      .filter((name) => isEmptied(name) && name !== path.basename(site.ledgerFile))
  } catch {
    return undefined
  }
}

const git = (folder: string, ...words: string[]) =>
  execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** What begins with a dot in the folder itself belongs to git or to an editor, and stays. */
const isEmptied = (name: string) => !name.startsWith('.')

/** Reads the files as a build would, before any other is touched. Returns the slugs of their categories. */
function throwIfWrong(files: ReadonlyMap<string, string>, { timeZone }: Answers): string[] {
  mkdirSync('.cache', { recursive: true })
  const directory = mkdtempSync(path.resolve('.cache/new-magazine-'))
  try {
    for (const [name, text] of files) writeFileSync(path.join(directory, name), text)
    const { problems, categories } = readContent({ directory, now: now(), timeZone })
    const errors = problems.filter(isError)
    if (errors.length) {
      const told = errors.map(formatProblem).join('\n')
      throw new Error(told.replaceAll(path.relative('.', directory), path.relative('.', site.postsDirectory)))
    }
    return categories.map(({ slug }) => slug)
  } finally {
    rmSync(directory, { recursive: true })
  }
}
