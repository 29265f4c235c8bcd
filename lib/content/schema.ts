import * as z from 'zod'
import { readHttps, readOldPath, readPicture } from './addresses'
import { readDay, readFrom, readMinutes, readSlug, readText, readYesNo } from './readers'

const text = readFrom(readText)
const texts = z.array(text).min(1)
const yesNo = readFrom(readYesNo)

/** The front matter of a post, read from text. The one source of its type, the writers' table and the editors' schema. */
export const frontMatter = z.strictObject({
  title: text.meta({ description: 'The title, as text.', examples: ['The thermostat is a complete machine'] }),
  excerpt: text.meta({ description: 'One or two sentences.', examples: ['What a valve knows about the room.'] }),
  category: text.meta({ description: 'A slug of posts/_categories.yml.', examples: ['insight'] }),
  author: z
    .union([text.transform((name) => [name]), texts])
    .meta({ description: 'A name, or a list of names.', examples: ['Ines Okafor'] }),
  date: readFrom(readDay).meta({
    description: 'The day it is published: 2023-04-17, April 17, 2023 or 17 April 2023.',
    examples: ['2023-04-17'],
  }),
  imageUrl: readFrom(readPicture)
    .optional()
    .meta({
      description: 'A picture: https://…, /path under public/, or ./file beside the post.',
      examples: ['./_pictures/valve.png'],
    }),
  imageAlt: text.optional().meta({ description: 'What the picture shows.', examples: ['A valve on a radiator'] }),
  imageCredit: text.optional().meta({ description: 'Whose picture it is.', examples: ['NASA'] }),
  readTime: readFrom(readMinutes)
    .optional()
    .meta({ description: 'Whole minutes; counted when absent.', examples: ['8'] }),
  updated: readFrom(readDay)
    .optional()
    .meta({ description: 'The day of the last change.', examples: ['2024-02-29'] }),
  draft: yesNo.default(false).meta({ description: 'true keeps the post back.', examples: ['true'] }),
  featured: yesNo.default(false).meta({ description: 'true puts the article in front.', examples: ['true'] }),
  tags: texts.default([]).meta({ description: 'A list of subjects.', examples: ['[sensors, energy]'] }),
  series: text.optional().meta({ description: 'The series it is a part of.', examples: ['A node that lasts'] }),
  slug: readFrom(readSlug)
    .optional()
    .meta({
      description: 'The last part of its address; taken from the file name when absent.',
      examples: ['a-complete-machine'],
    }),
  aliases: z
    .array(readFrom(readOldPath))
    .min(1)
    .default([])
    .meta({
      description: 'Paths that lead here, of a page that has moved.',
      examples: ['[/articles/old-name/]'],
    }),
  canonicalUrl: readFrom(readHttps)
    .optional()
    .meta({
      description: 'Where it was published first.',
      examples: ['https://example.org/page/'],
    }),
})

export type FrontMatter = z.output<typeof frontMatter>
export type FieldRow = { name: string; required: boolean; meaning: string; example: string }

/** Every field of a schema, for people: unless told, those of a post. */
export function fieldTable(schema: z.ZodObject = frontMatter): FieldRow[] {
  return Object.entries<z.ZodType>(schema.shape).map(([name, field]) => {
    const { description = '', examples = [] } = field.meta() ?? {}
    const [example = ''] = z.array(z.string()).parse(examples)
    return { name, required: !field.safeParse(undefined).success, meaning: description, example }
  })
}

export const fieldNames = Object.keys(frontMatter.shape)
export const requiredFields = fieldTable().flatMap(({ name, required }) => (required ? [name] : []))
