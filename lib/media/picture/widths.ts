/** A file of a picture, and its width in pixels, which `srcset` names. */
export type Candidate = { src: string; width: number }

/** No page has room for more, on a screen of any density. */
export const widest = 1600

/** Of an author, shown 88 pixels wide. */
export const portraitWidth = 320

const steps = [320, 640, 960, 1280]

/** The widths a picture is made in, narrowest first: a few steps, and its own where that is not close to the last of them. */
export function widthsFor(width: number): number[] {
  const top = Math.min(width, widest)
  return [...steps.filter((step) => step <= top * 0.8), top]
}

/** The one for readers that choose nothing: feeds, and browsers without `srcset`. */
export function plainWidth(widths: readonly number[]): number {
  return widths.findLast((width) => width <= 960) ?? widths[0] ?? widest
}

/** The address of the file that is as wide as its picture is said to be; `src` may be a narrower one. */
export const wholePicture = ({ src, webp }: { src: string; webp?: Candidate[] }) => webp?.at(-1)?.src ?? src
