/** What may stand behind the language of a code block: `title="lib/x.ts" {1,3-5} numbers`. */
export type CodeMeta = { title: string; marked: Set<number>; numbers: boolean }

const mostLines = 10_000

export function readCodeMeta(meta: string): CodeMeta {
  const [written, double, single] = /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(meta) ?? []
  const title = (double ?? single ?? '').trim().slice(0, 120)
  const rest = written ? meta.replace(written, ' ') : meta
  return {
    title,
    marked: linesOf(/\{([\d\s,-]*)\}/.exec(rest)?.[1] ?? ''),
    numbers: /(?:^|\s)numbers(?:\s|$)/.test(rest),
  }
}

function linesOf(ranges: string): Set<number> {
  const lines = new Set<number>()
  for (const range of ranges.split(',')) {
    const [, from, to] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(range) ?? []
    const end = Math.min(Number(to ?? from), mostLines)
    for (let line = Number(from); line <= end; line++) lines.add(line)
  }
  return lines
}
