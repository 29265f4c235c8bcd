import type { Problem } from './problem'

export type Finding = Pick<Problem, 'message' | 'hint'> & { severity?: Problem['severity'] }

/** The problem of what lies at a path of `public/`. */
export function publicProblem(at: string, finding: Finding): Problem {
  return { file: `public${at}`, line: 1, column: 1, severity: 'error', rule: 'public-file', ...finding }
}

export const dangling: Finding = {
  severity: 'warning',
  message: 'This link leads to nothing, so it is left out.',
  hint: 'Delete it, or put there what it leads to.',
}

export const circle: Finding = {
  message: 'This link leads round in a circle, to itself or to a folder that holds it.',
  hint: 'Delete it, or let it lead elsewhere.',
}

// Links to folders that lead to one another in turn make more paths than anybody wants.
export const mostThroughLinks = 100_000

export const tooMany: Finding = {
  message: `Through links to folders there are more than ${mostThroughLinks.toLocaleString('en')} files here.`,
  hint: 'Have fewer links lead to folders that hold such links themselves.',
}

export const notAFile: Finding = {
  message: 'This is neither a file nor a folder, so it cannot be published.',
  hint: 'Put the file itself here, or move this elsewhere.',
}

export const oddName: Finding = {
  message: 'Its name holds a character that no address can hold.',
  hint: 'Rename it.',
}

export const unreadable = (error: unknown): Finding => ({
  message: `This cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
  hint: 'Check its name and its permissions.',
})

export const leftovers = (count: number): Finding => ({
  severity: 'warning',
  message: `An editor or a system has left ${count === 1 ? 'this' : `${count} files like this`} behind; it is not published.`,
  hint: 'Delete it. If readers should get it, give it another name.',
})
