import path from 'node:path'
import type { Problem } from '../problem'
import type { Source } from '../source'
import { readProfiles } from './authors'
import { readCategories } from './categories'
import { firstFile, readSource, shownPath } from './files'
import { problemIn } from './places'
import { readRedirects } from './redirects'
import { settingsIn } from './settings-file'
import { characterProblems } from './yaml/characters'

/** What the fallback has for a folder that has none. */
export const borrowed = ['_site.yml', '_categories.yml', '_authors.yml', '_about.md']

/** Reads the configuration beside the posts. That of the fallback serves where the folder has none, but for redirects. */
export function readConfigs(directory: string, fallbackDirectory?: string) {
  const folders = fallbackDirectory === undefined ? [directory] : [directory, fallbackDirectory]
  const settings = settingsIn(folders)
  const missing = firstFile('_categories.yml', folders) === undefined ? [noCategories(directory)] : []
  const categories = readConfig('_categories.yml', folders, readCategories)
  const authors = readConfig('_authors.yml', folders, (source) => readProfiles(source, settings.read.language))
  const redirects = readConfig('_redirects.yml', [directory], readRedirects)
  const about = readConfig('_about.md', folders, (source) => ({ read: source, problems: characterProblems(source) }))
  return {
    settings: settings.read,
    categories: categories.read ?? [],
    profiles: authors.read ?? [],
    redirects: redirects.read?.redirects ?? [],
    gonePlaces: redirects.read?.gonePlaces ?? [],
    /** The Markdown of the about page. */
    about: about.read,
    /** Pictures of the profiles lie beside the file that names them. */
    profilesFile: firstFile('_authors.yml', folders) ?? path.join(directory, '_authors.yml'),
    problems: [
      ...[...settings.problems, ...missing, ...categories.problems],
      ...[...authors.problems, ...redirects.problems, ...about.problems],
    ],
  }
}

function readConfig<Config>(
  name: string,
  folders: readonly string[],
  reader: (source: Source) => { read: Config; problems: Problem[] },
): { read?: Config; problems: Problem[] } {
  const file = firstFile(name, folders)
  const found = file === undefined ? { problems: [] } : readSource(file)
  return 'source' in found ? reader(found.source) : found
}

function noCategories(directory: string): Problem {
  const message = 'The file that names the categories is missing.'
  const hint = 'Write it, with one entry for each:\n- slug: insight\n  name: Insight\n  description: …\n  hue: blue'
  const file = shownPath(path.join(directory, '_categories.yml'))
  return problemIn(file, undefined, { severity: 'error', rule: 'no-categories', message, hint })
}
