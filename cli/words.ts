import type { Withheld } from '../lib/content/article'
import { printable } from '../lib/printable'
import type { LockOwner } from '../lib/publish/build/lock'

export const count = (number: number, noun: string, nouns = `${noun}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? noun : nouns}`

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const inEnglish = (day: string) => long.format(new Date(`${day}T00:00:00Z`))

/** Names each post that is not published, and the day it will be. */
export function printWithheld(withheld: Withheld[]): void {
  for (const { file, reason, due } of withheld)
    console.log(
      `${printable(file)} is withheld: ${reason === 'draft' ? 'it is a draft' : `it is due on ${inEnglish(due ?? '')}`}.`,
    )
}

/** Says for whom a command waits, and what to do should that be nobody. */
export const waitingFor =
  (what: string) =>
  ({ pid, host, isHere }: LockOwner, lock: string) => {
    const where = isHere ? 'here ' : ''
    const elsewhere = isHere ? '' : ` of another machine or container, "${printable(host)}"`
    console.error(
      `Another ${what} is running ${where}(process ${pid}${elsewhere}); waiting for it to end. If it has ended, delete ${lock}.`,
    )
  }

/** One line that says how far a long step has come: rewritten on a terminal, printed once a step elsewhere. */
export function progressLine() {
  let step = ''
  const write = (text: string) => process.stderr.write(`\r\x1b[K${text}`)
  return {
    show(name: string, done: number, total: number) {
      if (process.stderr.isTTY) write(`${name} ${done}/${total}`)
      else if (name !== step) process.stderr.write(`${name} …\n`)
      step = name
    },
    /** A sentence of its own. */
    say(words: string) {
      if (process.stderr.isTTY) write('')
      process.stderr.write(`${words}\n`)
    },
    end() {
      if (process.stderr.isTTY) write('')
    },
  }
}
