import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { editorSchema } from '../lib/content/editor-schema'
import { readContent } from '../lib/content/loader'
import { now, site } from '../lib/site'

// JSON Schema of a post's front matter, for editors that complete and check it while one types.
const { fallbackDirectory: directory, timeZone } = site
const { categories } = readContent({ directory, now: now(), timeZone })
const file = path.join(directory, '_schema.json')
await writeFile(file, `${JSON.stringify(editorSchema(categories.map(({ slug }) => slug)), null, 2)}\n`)
console.log(`Wrote ${path.relative(process.cwd(), file)}`)
