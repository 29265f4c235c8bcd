/** A section as honest articles have them: words, a list, a table, a quote with a note, and code. */
export const part = (number: number) => `## Part ${number}

${'A sentence of *some* words with a [link](./other.md), and `code` in it. '.repeat(6)}

- one
- two
  - three

| a | b |
|---|---|
| 1 | 2 |

> A quote[^n${number}]

\`\`\`js
const a = ${number}
\`\`\`

[^n${number}]: A note.

`
