import { readFileSync } from 'node:fs'
import { readConfigs } from '@/lib/content/configs'
import { editorSchema } from '@/lib/content/editor-schema'
import { fieldTable } from '@/lib/content/schema'

const guide = 'posts/writing-for-sense-and-act.md'
const schema = 'posts/_schema.json'

/** The rows of the table of fields, as they should stand in the guide. */
const wanted = fieldTable().map(
  ({ name, required, meaning, example }) =>
    `| \`${name}\` | ${required ? 'yes' : 'no'} | ${meaning} | \`${example}\` |`,
)

function rowsOfGuide(): string[] {
  const [, section = ''] = readFileSync(guide, 'utf8').split(/^## The fields$/m)
  const [fields = ''] = section.split(/^## /m)
  return fields.split('\n').filter((line) => line.startsWith('| `'))
}

/** Each row that is not as it should be, with what to do about it. */
const differences = (rows: readonly string[]) => [
  ...wanted.filter((row) => !rows.includes(row)).map((row) => `Add to "The fields" of ${guide}:  ${row}`),
  ...rows.filter((row) => !wanted.includes(row)).map((row) => `Delete from "The fields" of ${guide}:  ${row}`),
]

describe("the writers' guide", () => {
  it('has the fields that the schema has, in its order', () => {
    expect(differences(rowsOfGuide())).toEqual([])
    expect(rowsOfGuide()).toEqual(wanted)
  })

  it('would be told of a field that is new, gone or described otherwise', () => {
    const [first = '', ...others] = wanted
    expect(differences([...others, first.replace('The title', 'A title')])).toEqual([
      expect.stringMatching(/^Add .*`title` \| yes \| The title/),
      expect.stringMatching(/^Delete .*`title` \| yes \| A title/),
    ])
  })
})

describe("the editors' schema beside the posts", () => {
  it('is what the fields and the categories make of it', () => {
    const { categories } = readConfigs('posts')
    const made = editorSchema(categories.map(({ slug }) => slug))
    const isSame = readFileSync(schema, 'utf8') === `${JSON.stringify(made, null, 2)}\n`
    expect(isSame ? '' : `${schema} is behind lib/content/schema.ts. Write it again:  npm run schema`).toBe('')
  })
})
