import type { StructuredData as Data } from '@/lib/library/structured-data'

type StructuredDataProps = { data: Data }

/** What a page says of itself to machines. No text in it can end the element, or a line of a script. */
export function StructuredData({ data }: StructuredDataProps) {
  const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped)
  return <script type="application/ld+json">{text}</script>
}

const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
