import { mkdir, readFile, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { baseFolder } from '../working-copy'
import { isDue, type Link, type Magazine, type Post, pathOf } from './magazine'

/** Every file that a magazine decides, by its path in a working copy. */
export async function filesOfMagazine(magazine: Magazine): Promise<Map<string, Uint8Array>> {
  const { posts, categories, authors, redirects, about, publicFiles, pictures } = magazine
  const drawn = await Promise.all(
    Object.entries(pictures).map(async ([name, colour]) => [`posts/_pictures/${name}`, await picture(colour)] as const),
  )
  const settings = await readFile(path.join(baseFolder, '_site.yml'), 'utf8')
  const texts = {
    'posts/_categories.yml': categories.map((one) => `- ${fields(one, '\n  ')}\n`).join(''),
    'posts/_authors.yml': authors.map((one) => `- ${fields(one, '\n  ')}\n`).join(''),
    'posts/_redirects.yml': redirects.map((one) => `- ${fields(one, '\n  ')}\n`).join(''),
    'posts/_about.md': `${about}\n`,
    'posts/_site.yml': settings.replace(/tagline: .*/, `tagline: ${magazine.tagline}`),
    'app/globals.css': `${await readFile('app/globals.css', 'utf8')}${magazine.styles}`,
  }
  const all = [
    ...Object.entries(texts),
    ...posts.map((post) => [`posts/${post.file}`, textOf(post, magazine)] as const),
    ...Object.entries(publicFiles).map(([name, text]) => [`public/${name}`, text] as const),
  ]
  return new Map([...all.map(([name, text]) => [name, Buffer.from(text)] as const), ...drawn])
}

/** Writes what is not on the disk yet, and deletes what the magazine before had and this one has not. */
export async function writeMagazine(copy: string, magazine: Magazine, before?: Magazine): Promise<void> {
  const files = await filesOfMagazine(magazine)
  const old = before ? await filesOfMagazine(before) : new Map<string, Uint8Array>()
  for (const name of old.keys()) {
    if (files.has(name)) continue
    await rm(path.join(copy, name))
    // git knows no empty folders.
    await rmdir(path.dirname(path.join(copy, name))).catch(() => {})
  }
  for (const [name, bytes] of files) {
    if (Buffer.from(bytes).equals(old.get(name) ?? Buffer.alloc(0))) continue
    const file = path.join(copy, name)
    const earlier = await stat(file).catch(() => undefined)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, bytes)
    if (magazine.keepsTimes && earlier) await utimes(file, earlier.atime, earlier.mtime)
  }
}

function textOf(post: Post, magazine: Magazine): string {
  const { title, slip, excerpt, category, authors, date, updated, tags, series, aliases, imageUrl } = post
  const { draft, featured, headings, paragraphs, links } = post
  const front = fields({
    ...{ [slip ? 'titel' : 'title']: title, excerpt, category, author: authors, date, updated, series, imageUrl },
    ...(tags.length ? { tags } : {}),
    ...(aliases.length ? { aliases } : {}),
    ...(draft ? { draft } : {}),
    ...(featured ? { featured } : {}),
  })
  const sections = headings.flatMap((heading, index) => [`## ${heading}`, paragraphs[index] ?? 'No more than this.'])
  const sentences = links.map((link) => `See [that one](${addressOf(link, magazine)}).`)
  return `---\n${front}\n---\n\n${['To begin with, a word.', ...sections, ...sentences].join('\n\n')}\n`
}

// An old path is an alias of its post, which is none while the post is withheld.
function addressOf({ to, heading, by, oldPath }: Link, magazine: Magazine): string {
  const target = magazine.posts.find(({ id }) => id === to)
  const own = target && (by === 'file' ? `./${target.file}` : pathOf(target))
  const address = oldPath && (!target || isDue(target, magazine)) ? oldPath : own
  return `${address}${heading ? `#${heading.toLowerCase().replaceAll(',', '').replaceAll(' ', '-')}` : ''}`
}

/** As JSON, which is YAML; days, slugs and the like stand bare. */
const fields = (values: Record<string, unknown>, between = '\n') =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${written(value)}`]))
    .join(between)

const written = (value: unknown) =>
  typeof value === 'string' && /^[\w-]+$/.test(value) ? value : JSON.stringify(value)

const picture = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer()
