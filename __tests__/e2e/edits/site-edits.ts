import type { Edit } from './edit'
import { dayAfter, hues, pick, thing } from './magazine'

const changeText = <Item extends object>(items: Item[] | undefined, number: number, change: (item: Item) => string) => {
  const item = items?.length ? pick(items, number) : undefined
  return item && change(item)
}

/** Edits of what stands beside the posts, of the clock, the settings and the code. */
export const siteEdits: Record<string, Edit> = {
  later: (magazine, n) => {
    magazine.now = `${dayAfter(magazine.now, 1 + (n % 25))}T08:00:00Z`
    return `it is ${magazine.now}`
  },
  sooner: (magazine, n) => {
    magazine.now = `${dayAfter(magazine.now, -1 - (n % 25))}T08:00:00Z`
    return `it is ${magazine.now} again`
  },
  bio: ({ authors }, n) =>
    changeText(authors, n, (author) => {
      author.bio = `Has written ${n} lines.`
      return `${author.name}: another bio`
    }),
  noProfile: ({ authors }, n) =>
    authors.length < 2 ? undefined : `${authors.splice(n % authors.length, 1)[0]?.name}: no profile any more`,
  renameAuthor: ({ authors, posts }, n) =>
    changeText(authors, n, (author) => {
      const [old, name] = [author.name, `${author.name.split(' ')[0]} Renamed${n % 1000}`]
      for (const post of posts) post.authors = post.authors.map((one) => (one === old ? name : one))
      author.name = name
      if (n % 2) author.slug = name.toLowerCase().replace(' ', '-')
      return `${old} is called ${name}, at ${author.slug}`
    }),
  authorPicture: ({ authors, pictures }, n) =>
    changeText(authors, n, (author) => {
      if (author.picture) delete author.picture
      else author.picture = `./_pictures/${pick(Object.keys(pictures), n)}`
      return `${author.name}: picture ${author.picture}`
    }),
  categoryWords: ({ categories }, n) =>
    changeText(categories, n, (category) => {
      category.name = `Shelf ${n}`
      category.description = `What belongs to ${n}.`
      return `category ${category.slug}: other words`
    }),
  categoryHue: ({ categories }, n) =>
    changeText(categories, n, (category) => {
      category.hue = pick(hues, n)
      return `category ${category.slug}: ${category.hue}`
    }),
  categoryOrder: ({ categories }) => {
    categories.reverse()
    return 'categories in another order'
  },
  addCategory: ({ categories }, n) => {
    categories.push({ slug: `shelf-${categories.length}`, name: `Shelf ${n}`, description: 'New.', hue: pick(hues, n) })
    return 'a category more'
  },
  redirect: ({ redirects, categories }, n) => {
    const own = redirects.findIndex((redirect) => 'to' in redirect)
    if (n % 2 && own >= 0) redirects.splice(own, 1)
    else if (!redirects.some((one) => 'from' in one && one.from === `/old-${n}/`))
      redirects.push({ from: `/old-${n}/`, to: `/category/${pick(categories, n).slug}/` })
    return `${redirects.length} redirects`
  },
  about: (magazine, n) => {
    magazine.about = `A magazine of ${n} words.\n\n## Who ${thing(n)} is\n\nNobody.`
    return 'another about page'
  },
  publicFile: ({ publicFiles }, n) => {
    if (n % 3 === 0) delete publicFiles[pick(Object.keys(publicFiles), n)]
    else publicFiles[n % 3 === 1 ? 'notes.txt' : `shelf-${n % 5}/file.txt`] = `Line ${n}.\n`
    return `public/ has ${Object.keys(publicFiles).join(', ')}`
  },
  pictureColour: ({ pictures }, n) => {
    const name = pick(Object.keys(pictures), n)
    pictures[name] = `#${(n % 0xffffff).toString(16).padStart(6, '0')}`
    return `${name} is ${pictures[name]}`
  },
  address: (magazine, n) => {
    magazine.url = pick(['https://example.org/magazine', 'https://example.org', 'https://example.com/magazine'], n)
    return `it lives at ${magazine.url}`
  },
  flags: (magazine) => {
    magazine.flags = magazine.flags.length ? [] : ['--compress']
    return `flags: ${magazine.flags.join(' ')}`
  },
  tagline: (magazine, n) => {
    magazine.tagline = `Machines, ${n} of them`
    return 'another tagline, in the settings'
  },
  styles: (magazine, n) => {
    magazine.styles = `\n@layer base {\n  body {\n    --edition: ${n};\n  }\n}\n`
    return 'another style, in the code'
  },
}
