import { nextInternals } from './next-internals'

/** Whether an inline script starts Next's runtime or carries its data. */
export const isRuntimeScript = (text: string) => nextInternals.inlineScript.test(text)

/** Whether an address is that of a script, style or font of Next's. */
export const isNextAsset = (address = '') => address.startsWith(nextInternals.assets)

/** Whether an id is of a part that came late, and stays hidden until Next's runtime shows it. */
export const isLatePart = (id = '') => nextInternals.lateParts.test(id)

/** Whether an inline script shows late parts. */
export const isLateScript = (text: string) => nextInternals.lateScripts.test(text)

/** What such a script puts where: the id of a part, and that of what stands in its place, alone or for a whole boundary. */
export function latePairs(text: string): { part: string; hole: { id: string; isBoundary: boolean } }[] {
  return [nextInternals.lateBoundary, nextInternals.lateGap].flatMap((pattern, index) =>
    Array.from(text.matchAll(pattern), ({ groups: { part = '', hole = '' } = {} }) => ({
      ...{ part, hole: { id: hole, isBoundary: index === 0 } },
    })),
  )
}

/** The whole of a late part that lies at a place, with a table that was put around it. */
export function aroundLatePart(html: string, { start, end }: { start: number; end: number }) {
  const { before, after } = nextInternals.lateTable
  const isAround = html.startsWith(after, end) && html.slice(0, start).endsWith(before)
  return isAround ? { start: start - before.length, end: end + after.length } : { start, end }
}

/** Whether a file beside a page holds the page's data for Next's own links. */
export const isPayload = (name: string) => nextInternals.payload.test(name)

/** How Next has React order its stylesheets. */
export const stylesheetPrecedence = nextInternals.precedence
