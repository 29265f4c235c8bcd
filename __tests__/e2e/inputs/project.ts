import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { build } from '../builds'
import { differences } from '../tree'
import { clear, setAside, workingCopy } from '../working-copy'

/** A project with packages of its own, as a clone has them, and the variables that its builds are begun with. */
export type Project = { folder: string; environment: Record<string, string> }

const components = [
  ['app/layout.tsx', /^/, "import '../theme/base.css'\nimport { words } from '@words'\n"],
  ['app/layout.tsx', /<body[^>]*>/, '$&<p data-feature={process.env.FEATURE}>{words}</p>'],
  ['tsconfig.json', /"paths": \{/, '$& "@words": ["./theme/some.ts"],'],
] as const

/** One that reads a stylesheet, a module and a variable where nothing of the kind was before. */
export async function newProject(name: string): Promise<Project> {
  const copy = await workingCopy(name)
  for (const name of readdirSync(path.join(copy, 'posts')))
    if (!name.endsWith('.yml')) await rm(path.join(copy, 'posts', name), { recursive: true })
  rmSync(path.join(copy, 'node_modules'))
  linkTree('node_modules', path.join(copy, 'node_modules'))
  const project = { folder: copy, environment: { SITE_NOW: '2026-06-01T08:00:00Z' } }
  write(project, 'posts/now.md', postOf('Now', '2026-04-11'))
  write(project, 'posts/later.md', postOf('Later', '2990-04-11'))
  write(project, 'posts/_about.md', 'About it.\n')
  write(project, 'public/words.txt', 'old words')
  write(project, 'theme/base.css', 'body { outline-color: red }')
  write(project, 'theme/some.ts', "export const words = 'some words'")
  write(project, 'theme/others.ts', "export const words = 'other words'")
  for (const [file, old, now] of components) edit(project, file, old, now)
  return project
}

const postOf = (title: string, date: string) =>
  `---\ntitle: ${title}\nexcerpt: Said in short.\ncategory: insight\nauthor: Ada Example\ndate: ${date}\n---\n\n## One place\n\nSome words.\n`

/** Not through a link: what lies in the one is not to change with the other. */
export function write({ folder }: Project, file: string, text: string): void {
  const place = path.join(folder, file)
  mkdirSync(path.dirname(place), { recursive: true })
  rmSync(place, { force: true })
  writeFileSync(place, text)
}

export function edit(project: Project, file: string, old: RegExp | string, now: string): void {
  const text = read(project, file)
  const edited = text.replace(old, now)
  expect(edited, `${file} holds ${old}`).not.toBe(text)
  write(project, file, edited)
}

export const read = ({ folder }: Project, file: string) => readFileSync(path.join(folder, file), 'utf8')

export const setMode = ({ folder }: Project, file: string, mode: number) => chmodSync(path.join(folder, file), mode)

export const modeOf = ({ folder }: Project, file: string) => statSync(path.join(folder, file)).mode & 0o777

/** Moves all of it, with what was built. */
export async function move(project: Project): Promise<void> {
  const place = `${project.folder}-moved`
  await rm(place, { recursive: true, force: true })
  await rename(project.folder, place)
  project.folder = place
}

/** Another clone, into which what builds have kept was brought back: other folders, other files, other times. */
export async function cloneOf({ folder, environment }: Project): Promise<Project> {
  const clone = `${folder}-clone`
  await rm(clone, { recursive: true, force: true })
  const isBrought = (file: string) => !['node_modules', 'out'].includes(path.relative(folder, file))
  await cp(folder, clone, { recursive: true, filter: isBrought })
  linkTree(path.join(folder, 'node_modules'), path.join(clone, 'node_modules'))
  return { folder: clone, environment }
}

/** Builds, and returns what was said. */
export async function publish({ folder, environment }: Project): Promise<string> {
  const { code, words } = await build(folder, { environment })
  expect(code, words).toBe(0)
  return words
}

/** What tells the site that is published from one that is built from nothing; that one is published afterwards. */
export async function differencesFromClean(project: Project): Promise<string[]> {
  const published = await setAside(project.folder, '.cache/published')
  const kept = path.join(`${project.folder}.published`)
  await rm(kept, { recursive: true, force: true })
  await rename(published, kept)
  await clear(project.folder)
  await publish(project)
  const found = differences(kept, path.join(project.folder, 'out'))
  await rm(kept, { recursive: true })
  return found
}

function linkTree(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, now] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkTree(old, now)
    else linkSync(old, now)
  }
}
