import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { editorSchema, settingsEditorSchema } from '../lib/content/editor-schema'
import { readContent } from '../lib/content/loader'
import { now, site } from '../lib/site'

// JSON Schema of a post's front matter and of the settings, for editors that complete and check them while one types.
const { fallbackDirectory: directory, timeZone } = site
const { categories } = readContent({ directory, now: now(), timeZone })
const schemas = {
  '_schema.json': editorSchema(categories.map(({ slug }) => slug)),
  '_site.schema.json': settingsEditorSchema(),
}
for (const [name, schema] of Object.entries(schemas)) {
  const file = path.join(directory, name)
  await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`)
  console.log(`Wrote ${path.relative(process.cwd(), file)}`)
}
