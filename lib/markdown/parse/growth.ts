import { growthLimit, OverLimit } from '../limits'

/** Refuses a long address that is referred to so often that the output floods, before the body is parsed for it. */
export function checkGrowth(body: string): void {
  const allowed = growthLimit(body)
  for (const [, label = '', url = ''] of body.matchAll(longDefinition)) {
    const reference = `[${label}]`
    let written = 0
    for (let at = body.indexOf(reference); at !== -1; at = body.indexOf(reference, at + 1)) {
      written += url.length
      if (written > allowed) throw new OverLimit(at, 'output-limit')
    }
  }
}

const longDefinition = /^ {0,3}\[([^[\]\n]+)\]:[ \t]*(\S{200,})/gm
