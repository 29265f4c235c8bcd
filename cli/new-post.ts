import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Content, readContent } from '../lib/content/loader'
import { slugOf, slugOfFile } from '../lib/content/slugs'
import { type Day, dayAt } from '../lib/days'
import { now, site } from '../lib/site'

/** Writes a draft with a title. Ends the command with code 1 where there is such a post. */
export async function newPost(title: string): Promise<void> {
  const { postsDirectory: directory, fallbackDirectory, timeZone } = site
  const content = readContent({ directory, fallbackDirectory, now: now(), timeZone })
  const slug = slugOf(title, site.language, 'post')
  const today = dayAt(now(), timeZone)
  const file = path.join(directory, fileNameOf(slug, today))
  const shown = path.relative(process.cwd(), file)
  // A post whose file is called otherwise may have the slug too.
  const holder = [...content.articles, ...content.withheld].find((post) => post.slug === slug)
  if (holder) taken(holder.file)
  await mkdir(directory, { recursive: true })
  await writeFile(file, post(title, today, content), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    taken(shown)
  })
  console.log(`Wrote ${shown}. It is a draft until you remove the line "draft: true".`)
}

// A number that begins the name would be no part of the slug, unless a day stands before it.
function fileNameOf(slug: string, today: Day): string {
  const name = `${slug}.md`
  const read = slugOfFile(name, site.language)
  return 'slug' in read && read.slug === slug ? name : `${today}-${name}`
}

function taken(by: string): never {
  console.error(`${by} exists already. Choose another title, or edit that file.`)
  process.exit(1)
}

function post(title: string, today: Day, { categories, authors }: Content): string {
  return `---
title: ${JSON.stringify(title)}
excerpt: "One or two sentences that make a reader want the rest."
category: ${categories[0]?.slug ?? 'insight'}
author: ${JSON.stringify(authors[0]?.name ?? 'Your name')}
date: ${today}
draft: true
---

Begin with the first sentence; the title stands above it already.
`
}
