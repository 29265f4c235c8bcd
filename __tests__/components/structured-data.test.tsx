import { Parser } from 'htmlparser2'
import { renderToStaticMarkup } from 'react-dom/server'
import { StructuredData } from '@/components/StructuredData'
import { structuredData } from '@/lib/library/structured-data'
import * as some from './some'

/** The elements of some markup as a browser reads it, and the text of its scripts. */
function read(html: string) {
  const elements: string[] = []
  let script = ''
  const parser = new Parser({
    onopentag: (name) => elements.push(name),
    ontext: (text) => {
      script += text
    },
  })
  parser.end(html)
  return { elements, script }
}

test.each([
  ['whatever is hostile', some.hostile],
  ['the end of a script', '</script><script>alert(1)</script>'],
  ['a comment and a script', '<!--<script>'],
  ['the end of a script in capitals', '</SCRIPT >'],
  ['other ends of lines', 'a\u2028b\u2029c'],
  ['quotes and slashes', `"a" 'b' \\ / &quot;`],
])('what a page says of itself may hold %s', (_, words) => {
  const data = structuredData(some.articleView({ title: words, description: words }))
  if (!data) throw new Error('An article says nothing')
  const html = renderToStaticMarkup(<StructuredData data={data} />)
  const { elements, script } = read(html)
  expect(elements).toEqual(['script'])
  expect(JSON.parse(script)).toEqual(JSON.parse(JSON.stringify(data)))
  expect(script).not.toMatch(/[<>&\u2028\u2029]/)
  expect(html).toMatch(/^<script type="application\/ld\+json">/)
})
