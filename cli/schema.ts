import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { editorSchemas } from '../lib/content/editor-schema'
import { readContent } from '../lib/content/loader'
import { now, site } from '../lib/site'

// JSON Schema of a post's front matter and of the settings, for editors that complete and check them while one types.
const { fallbackDirectory: directory, timeZone } = site
const { categories } = readContent({ directory, now: now(), timeZone })
for (const [name, schema] of editorSchemas(categories.map(({ slug }) => slug))) {
  const file = path.join(directory, name)
  await writeFile(file, schema)
  console.log(`Wrote ${path.relative(process.cwd(), file)}`)
}
