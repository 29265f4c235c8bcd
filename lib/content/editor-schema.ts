import * as z from 'zod'
import { frontMatter } from './schema'
import { settingsSchema } from './settings'

/** The files of JSON Schema for editors, by their names in the folder of posts. */
export const editorSchemas = (categories: readonly string[]): Map<string, string> =>
  new Map(
    Object.entries({ '_schema.json': editorSchema(categories), '_site.schema.json': settingsEditorSchema() }).map(
      ([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`],
    ),
  )

/** JSON Schema of the front matter. Editors read YAML with its numbers and booleans, so those are welcome there. */
export function editorSchema(categories: readonly string[]) {
  const schema = schemaOf(frontMatter)
  const yesNo = { type: 'boolean', enum: [true, false] }
  const fields = schema.properties ?? {}
  return {
    ...schema,
    properties: {
      ...fields,
      category: { ...described(fields.category), enum: [...categories] },
      readTime: { ...described(fields.readTime), type: ['integer', 'string'] },
      draft: { ...described(fields.draft), ...yesNo },
      featured: { ...described(fields.featured), ...yesNo },
    },
  }
}

/** The same of `_site.yml`. */
export const settingsEditorSchema = () => schemaOf(settingsSchema)

const schemaOf = (schema: z.ZodObject) =>
  z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string') Object.assign(jsonSchema, { type: ['string', 'number', 'boolean'] })
    },
  })

const described = (field: unknown) => z.looseObject({}).catch({}).parse(field)
