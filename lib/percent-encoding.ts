/** The text that a part of an address encodes; where it is no encoding, it is meant as it is written. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
