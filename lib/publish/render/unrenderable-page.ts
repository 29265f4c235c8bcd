/** A page of which only Next can say whether it can be rendered, and the reason. What the disk has to say is no such thing. */
export class UnrenderablePage extends Error {}

/** What a failure to render a page is told as. */
export function renderingError(page: string, cause: unknown): Error {
  const message = `${page} could not be rendered: ${cause instanceof Error ? cause.message : cause}`
  const isOfSystem = cause instanceof Error && 'errno' in cause
  return isOfSystem ? new Error(message, { cause }) : new UnrenderablePage(message, { cause })
}
