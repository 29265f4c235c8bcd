import { readFileSync } from 'node:fs'
import { editorSchema, settingsEditorSchema } from '@/lib/content/editor-schema'
import { readRedirects } from '@/lib/content/redirects'
import { fieldTable, frontMatter } from '@/lib/content/schema'
import { settingsSchema } from '@/lib/content/settings'
import { sourceOf } from '@/lib/source'

const guide = 'docs/fields.md'
const tables = [
  ['## Of a post', frontMatter],
  ['## Of the magazine', settingsSchema],
] as const

/** The rows of a table of fields, as they should stand in the guide. */
const wanted = (schema: (typeof tables)[number][1]) =>
  fieldTable(schema).map(
    ({ name, required, meaning, example }) =>
      `| \`${name}\` | ${required ? 'yes' : 'no'} | ${meaning} | \`${example}\` |`,
  )

function rowsBelow(heading: string): string[] {
  const [, section = ''] = readFileSync(guide, 'utf8').split(`${heading}\n`)
  const [fields = ''] = section.split(/^## /m)
  const rows = fields.split('\n').filter((line) => line.startsWith('| `'))
  // The columns are aligned when the file is formatted.
  return rows.map((row) => row.replace(/ {2,}/g, ' '))
}

/** Each row that is not as it should be, with what to do about it. */
const differences = (rows: readonly string[], wanted: readonly string[]) => [
  ...wanted.filter((row) => !rows.includes(row)).map((row) => `Add to ${guide}:  ${row}`),
  ...rows.filter((row) => !wanted.includes(row)).map((row) => `Delete from ${guide}:  ${row}`),
]

describe.each(tables)('the table %s', (heading, schema) => {
  it('has the fields that the schema has, in its order', () => {
    expect(differences(rowsBelow(heading), wanted(schema))).toEqual([])
    expect(rowsBelow(heading)).toEqual(wanted(schema))
  })

  it('would be told of a field that is new, gone or described otherwise', () => {
    const [first = '', ...others] = wanted(schema)
    const changed = first.replace(' | yes | ', ' | no | ')
    expect(differences([...others, changed], wanted(schema))).toEqual([
      expect.stringMatching(/^Add .*`\w+` \| yes \| /),
      expect.stringMatching(/^Delete .*`\w+` \| no \| /),
    ])
  })
})

describe("the editors' schemas beside the posts", () => {
  const isBehind = (name: string) => `posts/${name} is behind the fields. Write it again:  npm run schema`
  // Which categories there are says each magazine for itself.
  const withoutCategories = (text: string) => text.replace(/"enum": \[[^\]]*\]/, '')

  test.each([
    ['_schema.json', editorSchema(['insight'])],
    ['_site.schema.json', settingsEditorSchema()],
  ])('%s is what the fields make of it', (name, made) => {
    const written = readFileSync(`posts/${name}`, 'utf8')
    const wanted = `${JSON.stringify(made, null, 2)}\n`
    expect(withoutCategories(written) === withoutCategories(wanted) ? '' : isBehind(name)).toBe('')
  })
})

it('the forms of old addresses are read as they stand there', () => {
  const [, text = ''] = /```yaml\n(.*?)```/s.exec(readFileSync(guide, 'utf8')) ?? []
  const { read, problems } = readRedirects(sourceOf('posts/_redirects.yml', text))
  expect(problems).toEqual([])
  expect([read.redirects.length, read.gonePlaces.length]).toEqual([6, 1])
})
