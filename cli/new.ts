import { access, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dayAt } from '../lib/content/days'
import { readContent } from '../lib/content/loader'
import { slugOf } from '../lib/content/slugs'
import { now, site } from '../lib/site'

const { positionals } = parseArgs({ allowPositionals: true })
const title = positionals.join(' ').trim()
if (!title) {
  console.error('A new post needs a title:  npm run new -- "What the camera should forget"')
  process.exit(2)
}

const { postsDirectory: directory, fallbackDirectory, timeZone } = site
const { categories, authors } = readContent({ directory, fallbackDirectory, now: now(), timeZone })
const file = path.join(directory, `${slugOf(title, 'post')}.md`)
const exists = await access(file).then(
  () => true,
  () => false,
)
if (exists) {
  console.error(`${path.relative(process.cwd(), file)} exists already. Choose another title, or edit that file.`)
  process.exit(1)
}
await writeFile(file, post())
console.log(`Wrote ${path.relative(process.cwd(), file)}. It is a draft until you remove the line "draft: true".`)

function post(): string {
  return `---
title: ${JSON.stringify(title)}
excerpt: "One or two sentences that make a reader want the rest."
category: ${categories[0]?.slug ?? 'insight'}
author: ${JSON.stringify(authors[0]?.name ?? 'Your name')}
date: ${dayAt(now(), timeZone)}
draft: true
---

Begin with the first sentence; the title stands above it already.
`
}
