import { refusedInPath } from './refused-paths'

// nginx looks for a file after it has resolved `..`, `//` and `%2e`.
export const guard = `if ($request_uri ~* "^[^?]*(?:${refusedInPath})") { return 404; }`

export const block = (head: string, lines: string[]) => [`${head} {`, ...lines.map((line) => `  ${line}`), '}']

export const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
