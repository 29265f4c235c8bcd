import { execFileSync } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline/promises'
import { settingsSchema } from '../lib/content/settings'
import { defaultSettings } from '../lib/settings'
import type { Answers } from '../lib/starter/starter-files'
import { refuse } from './arguments'

export type Flags = Partial<Record<'name' | 'language' | 'zone' | 'url' | 'categories' | 'author', string>>

/** Where somebody answers. */
export type Terminal = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream }

const example = 'npm run new -- --magazine --name "The Lighthouse" --language en-GB --zone Europe/London'

type Question = { flag: keyof Flags; question: string; fallback?: string; field?: keyof typeof settingsSchema.shape }

const questions = (): Question[] => [
  { flag: 'name', question: 'What is it called?', field: 'name' },
  { flag: 'language', question: 'In which language is it written?', fallback: 'en-GB', field: 'language' },
  { flag: 'zone', question: 'In which time zone does its day begin?', fallback: ownZone(), field: 'timeZone' },
  { flag: 'url', question: 'At which address will it live?', fallback: defaultSettings.url, field: 'url' },
  { flag: 'categories', question: 'Which categories has it? Names with commas between them', fallback: '' },
  { flag: 'author', question: 'Who writes?', fallback: ownName() },
]

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

function ownName(): string {
  try {
    return execFileSync('git', ['config', 'user.name'], { encoding: 'utf8' }).trim() || 'The editors'
  } catch {
    return 'The editors'
  }
}

/**
 * What the flags say, and what somebody answers at a terminal, where there is one. Asks again where an answer cannot stand.
 * Ends the command with code 2 where a flag is missing that nobody can be asked for; throws an Error where one is wrong.
 */
export async function answersTo(flags: Flags, terminal?: Terminal): Promise<Answers> {
  const lines = terminal && createInterface(terminal)
  lines?.once('close', giveUp)
  const said: Required<Flags> = { name: '', language: '', zone: '', url: '', categories: '', author: '' }
  for (const question of questions()) said[question.flag] = await answerTo(question, flags[question.flag], lines)
  lines?.off('close', giveUp).close()
  const { name, language, zone: timeZone, url, author } = said
  const categories = said.categories.split(',').map((name) => name.trim())
  return { name, language, timeZone, url, author, categories: categories.filter(Boolean) }
}

async function answerTo(question: Question, given: string | undefined, lines: Interface | undefined): Promise<string> {
  const { flag, fallback } = question
  if (given === undefined && !lines && fallback === undefined) refuse(`A new magazine needs --${flag}`, example)
  const shown = fallback ? ` [${fallback}]` : ''
  let answer = given ?? (lines ? await lines.question(`${question.question}${shown} `) : '')
  for (;;) {
    answer = answer.trim() || fallback || ''
    const wrong = problemOf(question, answer)
    if (!wrong) return answer
    if (!lines) throw new Error(`--${flag}: ${wrong}`)
    console.log(wrong)
    answer = await lines.question(`${question.question}${shown} `)
  }
}

function giveUp(): never {
  console.error('\nNothing was written.')
  process.exit(1)
}

/** What is wrong with an answer, as a line of the settings would be told. */
function problemOf({ field, fallback }: Question, answer: string): string | undefined {
  if (!answer && fallback === undefined) return 'It cannot be empty.'
  const read = field && settingsSchema.shape[field].safeParse(answer)
  const issue = read?.error?.issues[0]
  return issue && [issue.message, Reflect.get(Object(Reflect.get(issue, 'params')), 'hint')].filter(Boolean).join(' ')
}
