import path from 'node:path'
import { formatProblem, isError, type Problem } from '../problem'
import { defaultSettings, type Settings } from '../settings'
import { firstFile, readSource, shownPath } from './files'
import { problemIn } from './places'
import { readSettings } from './settings'

const settingsName = '_site.yml'

/** The settings that lie beside the posts, or in the first of several folders that has some. */
export function settingsIn(folders: readonly string[]): { read: Settings; problems: Problem[] } {
  const file = firstFile(settingsName, folders)
  if (file === undefined) return { read: defaultSettings, problems: [noSettings(folders[0] ?? '')] }
  const found = readSource(file)
  return 'source' in found ? readSettings(found.source) : { read: defaultSettings, problems: found.problems }
}

/** The same for a process that has to know them before it loads anything: as JSON, and what is wrong in words. */
export function settingsText(folders: readonly string[]): { text: string; errors: string[] } {
  const { read, problems } = settingsIn(folders)
  return { text: JSON.stringify(read), errors: problems.filter(isError).map(formatProblem) }
}

function noSettings(directory: string): Problem {
  const message = 'The file that says what the magazine is called is missing.'
  const hint = [
    'Write it:',
    'name: The Lighthouse',
    'tagline: Letters from the coast',
    'description: Essays about tides and harbours.',
    'language: en-GB',
    'url: https://example.org',
    'timeZone: Europe/London',
  ].join('\n')
  const file = shownPath(path.join(directory, settingsName))
  return problemIn(file, undefined, { severity: 'error', rule: 'no-settings', message, hint })
}
