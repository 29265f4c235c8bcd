/** More levels of quotes, lists or emphasis than this are no article. */
export const deepest = 100

/** A list and its item are two nodes and one level. */
export const mostLevels = 2 * deepest

const megabyte = 1024 * 1024

export const largestBody = 2 * megabyte

/** How many characters may come out of a body: far more than markup adds, far less than a flood. */
export const growthLimit = (body: string) => 20 * body.length + megabyte

export type LimitRule = 'too-deep' | 'too-many-marks' | 'output-limit'

/** Stops the rendering of a body that would take too long or become too large, however fast the machine is. */
export class OverLimit extends Error {
  constructor(
    readonly offset: number,
    readonly rule: LimitRule,
  ) {
    super(limitMessages[rule].message)
  }

  get hint(): string {
    return limitMessages[this.rule].hint
  }
}

const limitMessages: Record<LimitRule, { message: string; hint: string }> = {
  'too-deep': {
    message: `More than ${deepest} quotes, lists or marks stand inside one another.`,
    hint: 'Put what should be shown as it stands between backticks or in a code block.',
  },
  'too-many-marks': {
    message: 'Too many brackets, stars or other marks stand in one paragraph.',
    hint: 'Divide the paragraph by blank lines, or put what should be shown as it stands in a code block.',
  },
  'output-limit': {
    message: 'The article becomes far larger than what was written: output limit.',
    hint: 'Divide it into several articles, or use long links and formulas less often.',
  },
}
