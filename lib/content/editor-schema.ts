import * as z from 'zod'
import { frontMatter } from './schema'
import { settingsSchema } from './settings'

/** JSON Schema of the front matter for editors. They read YAML with its numbers and booleans, so those are welcome there. */
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
