import { parseDocument } from 'yaml'
import { editorSchema } from '@/lib/content/editor-schema'
import { placeIn } from '@/lib/content/places'
import { fieldTable } from '@/lib/content/schema'
import { simpleField } from '@/lib/content/yaml/field-line'
import { sourceOf } from '@/lib/source'
import { articleOf, parse, post } from './valid-post'

describe('the table of fields', () => {
  it('names what a post needs first, and what each field means', () => {
    const table = fieldTable()
    const required = table.filter((row) => row.required).map(({ name }) => name)
    expect(required).toEqual(['title', 'excerpt', 'category', 'author', 'date'])
    expect(table).toHaveLength(17)
    for (const { meaning, example } of table) expect([meaning, example]).not.toContain('')
  })

  test.each(fieldTable().map(({ name, example }) => [name, example]))(
    'it gives an example of %s that is valid',
    (name, example) => {
      expect(articleOf(post({ [name]: example }))).toBeDefined()
    },
  )
})

describe("the editors' schema", () => {
  const schema = editorSchema(['insight'])

  it('knows the same fields, and no others', () => {
    expect(Object.keys(schema.properties)).toEqual(fieldTable().map(({ name }) => name))
    expect(schema).toMatchObject({
      required: ['title', 'excerpt', 'category', 'author', 'date'],
      additionalProperties: false,
    })
  })

  it('takes the numbers and booleans that an editor reads', () => {
    expect(schema.properties).toMatchObject({
      title: { type: ['string', 'number', 'boolean'], description: expect.any(String) },
      category: { enum: ['insight'] },
      draft: { type: 'boolean' },
      readTime: { type: ['integer', 'string'] },
      tags: { type: 'array' },
    })
  })
})

describe('a field read without the parser', () => {
  const values = [
    'a',
    'a b',
    'a  b ',
    "it's",
    'a "b"',
    'é',
    '日本',
    '1984',
    '1.10',
    'a, b',
    'a [b] {c}',
    'x & y',
    'x*y!',
    '- a',
    'a - b',
    '"a"',
    '"a: b #c"',
    "'a: b'",
    '"it\'s"',
    '\'say "x"\'',
    '"a\\nb"',
    "'it''s'",
    '"a"b',
    '"a" #b',
    'a:b',
    'a: b',
    'a #b',
    'a#b',
    '@a',
    '`a`',
    '%a',
    '~',
    '?',
    '? a',
    'a|b',
    'a>',
    '>',
    '|',
    '',
    '""',
    '"a" ',
    'a\tb',
    'a\u2028b',
    '\u00a0a',
    'a\u00a0',
    '...',
    '---',
    '[a]',
    '{a}',
  ] // prettier-ignore

  it.each(values)('is what YAML reads in %j, or is left to it', (value) => {
    const text = `title: ${value}`
    const field = simpleField(sourceOf('x', text), 1)
    const read = parseDocument(text, { schema: 'failsafe' }).toJS() as { title: unknown }
    if (field) expect(field.value).toMatchObject({ kind: 'text', text: read.title })
  })

  it('is the usual case', () => {
    expect(simpleField(sourceOf('x', 'title: A valve, and "more"'), 1)?.value).toMatchObject({ start: 7, end: 26 })
    expect(simpleField(sourceOf('x', 'title: "Case: one"'), 1)?.value).toMatchObject({
      start: 7,
      end: 18,
      text: 'Case: one',
    })
  })

  it('has the same place as one that the parser reads', () => {
    const places = (title: string) => {
      const parsed = parse(post({ title }))
      return 'article' in parsed ? placeIn(parsed.article.places, 'title') : undefined
    }
    expect(places('"a b"')).toMatchObject({ column: 8, length: 5 })
    expect(places('"a\\tb"')).toMatchObject({ column: 8, length: 6 })
  })
})
