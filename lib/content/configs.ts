import { lstatSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../problem'
import type { Source } from '../source'
import { readProfiles } from './authors'
import { readCategories } from './categories'
import { readSource, shownPath } from './files'
import { problemIn } from './places'
import { readRedirects } from './redirects'
import { characterProblems } from './yaml/characters'

/** Reads the configuration beside the posts. Categories and authors of the fallback serve where the folder has none. */
export function readConfigs(directory: string, fallbackDirectory?: string) {
  const folders = fallbackDirectory === undefined ? [directory] : [directory, fallbackDirectory]
  const missing = folderOf('_categories.yml', folders) === undefined ? [noCategories(directory)] : []
  const categories = readConfig('_categories.yml', folders, readCategories)
  const authors = readConfig('_authors.yml', folders, readProfiles)
  const redirects = readConfig('_redirects.yml', [directory], readRedirects)
  const about = readConfig('_about.md', folders, (source) => ({ read: source, problems: characterProblems(source) }))
  return {
    categories: categories.read ?? [],
    profiles: authors.read ?? [],
    redirects: redirects.read ?? [],
    /** The Markdown of the about page. */
    about: about.read,
    /** Pictures of the profiles lie beside the file that names them. */
    profilesFile: path.join(folderOf('_authors.yml', folders) ?? directory, '_authors.yml'),
    problems: [...missing, ...categories.problems, ...authors.problems, ...redirects.problems, ...about.problems],
  }
}

function readConfig<Config>(
  name: string,
  folders: readonly string[],
  reader: (source: Source) => { read: Config; problems: Problem[] },
): { read?: Config; problems: Problem[] } {
  const folder = folderOf(name, folders)
  const file = folder === undefined ? { problems: [] } : readSource(path.join(folder, name))
  return 'source' in file ? reader(file.source) : file
}

const folderOf = (name: string, folders: readonly string[]) =>
  folders.find((folder) => lstatSync(path.join(folder, name), { throwIfNoEntry: false }) !== undefined)

function noCategories(directory: string): Problem {
  const message = 'The file that names the categories is missing.'
  const hint = 'Write it, with one entry for each:\n- slug: insight\n  name: Insight\n  description: …\n  hue: blue'
  const file = shownPath(path.join(directory, '_categories.yml'))
  return problemIn(file, undefined, { severity: 'error', rule: 'no-categories', message, hint })
}
