import { type Edit, linksTo, ofPost } from './edit'
import { dayAfter, type Magazine, newPost, type Post, pathOf, pick, place, slugOf, thing } from './magazine'

const isTaken = ({ posts, redirects }: Magazine, path: string) =>
  posts.some((one) => pathOf(one) === path || one.aliases.includes(path)) ||
  redirects.some((one) => 'gone' in one && one.gone === path)

function moveFile(post: Post, number: number, magazine: Magazine): void {
  const stem = slugOf(post).replace(/-moved-\d+$/, '')
  let suffix = number % 1000
  while (isTaken(magazine, pathOf({ file: `${stem}-moved-${suffix}.md` }))) suffix++
  post.file = `${stem}-moved-${suffix}.md`
}

const without = ({ posts }: Magazine, post: Post) => posts.filter((one) => one !== post)

export const postEdits: Record<string, Edit> = {
  body: ofPost((post, n) => {
    post.paragraphs[n % post.paragraphs.length] = `Another word, ${n}, about the ${thing(n)} of the ${place(n)}.`
    return 'another body'
  }),
  longerBody: ofPost((post, n) => {
    post.paragraphs[0] = Array.from({ length: 300 + (n % 400) }, (_, word) => thing(n + word)).join(' ')
    return 'a body that takes minutes'
  }),
  sameSize: ofPost((post, n, magazine) => {
    magazine.keepsTimes = true
    post.paragraphs = post.paragraphs.map((text) => text.replace(/\w/, n % 2 ? 'X' : 'Y'))
    return 'a letter, while the file keeps its size and time'
  }),
  title: ofPost((post, n) => {
    post.title = `A title, “${n}”, & <more>`
    return `title ${n}`
  }),
  excerpt: ofPost((post, n) => {
    post.excerpt = `What number ${n} says of the ${thing(n)}.`
    return 'another excerpt'
  }),
  category: ofPost((post, n, { categories }) => {
    post.category = pick(categories, n).slug
    return `category ${post.category}`
  }),
  author: ofPost((post, n, { authors }) => {
    post.authors = n % 3 ? [pick(authors, n).name] : [`Stranger ${n}`, pick(authors, n).name]
    return `by ${post.authors.join(' and ')}`
  }),
  addTag: ofPost((post, n) => {
    post.tags = [...new Set([...post.tags, n % 2 ? thing(n) : `mark ${n % 50}`])]
    return `tags ${post.tags.join(', ')}`
  }),
  dropTag: ofPost(
    (post) => `no tag ${post.tags.shift()}`,
    ({ tags }) => tags.length > 0,
  ),
  series: ofPost((post, n) => {
    if (n % 3) post.series = `Notes from the ${place(n)}`
    else delete post.series
    return `series ${post.series}`
  }),
  earlier: ofPost((post, n) => {
    post.date = dayAfter(post.date, -1 - (n % 300))
    return `dated ${post.date}`
  }),
  today: ofPost((post, _, { now }) => {
    post.date = now.slice(0, 10)
    return `dated ${post.date}, today`
  }),
  scheduled: ofPost((post, n, { now }) => {
    post.date = dayAfter(now, 1 + (n % 40))
    return `dated ${post.date}, in the future`
  }),
  updated: ofPost((post, n, { now }) => {
    if (n % 4) post.updated = now.slice(0, 10)
    else delete post.updated
    return `updated ${post.updated}`
  }),
  picture: ofPost((post, n, { pictures }) => {
    if (n % 3) post.imageUrl = `./_pictures/${pick(Object.keys(pictures), n)}`
    else delete post.imageUrl
    return `picture ${post.imageUrl}`
  }),
  rename: ofPost((post, n, magazine) => {
    moveFile(post, n, magazine)
    return `becomes ${post.file}`
  }),
  renameWithAlias: ofPost((post, n, magazine) => {
    const oldPath = pathOf(post)
    moveFile(post, n, magazine)
    post.aliases.push(oldPath)
    for (const link of linksTo(magazine, post)) if (link.by === 'path') link.oldPath ??= oldPath
    return `becomes ${post.file}, with an alias`
  }),
  exchange: (magazine, n) => {
    const [one, other] = [pick(magazine.posts, n), pick(magazine.posts, n + 1 + (n % 5))]
    if (!one || !other || one === other) return undefined
    ;[one.file, other.file] = [other.file, one.file]
    return `${one.file} and ${other.file} exchange their names`
  },
  delete: ofPost((post, _, magazine) => {
    for (const one of magazine.posts) one.links = one.links.filter(({ to }) => to !== post.id)
    magazine.posts = without(magazine, post)
    magazine.deleted.push({ ...post, links: [] })
    return 'deleted'
  }),
  deleteAsGone: ofPost((post, _, magazine) => {
    const gone = pathOf(post)
    for (const link of linksTo(magazine, post)) Object.assign(link, { by: 'path', oldPath: gone })
    magazine.posts = without(magazine, post)
    magazine.redirects.push({ gone })
    return 'deleted, and listed as gone'
  }),
  restore: (magazine) => {
    const post = magazine.deleted.pop()
    if (!post || isTaken(magazine, pathOf(post))) return undefined
    magazine.posts.push(post)
    return `${post.file}: back again`
  },
  add: (magazine, n) => {
    const { posts, now } = magazine
    const id = magazine.nextId++
    // Every second is the newest.
    const date = n % 2 ? dayAfter(now, -(n % 60)) : now.slice(0, 10)
    const authors = pick(posts, n)?.authors ?? ['Ada Arden']
    posts.push({ ...newPost(id, date), authors: [...authors], links: [], draft: false })
    return `${posts.at(-1)?.file}: added`
  },
  draft: ofPost(
    (post) => {
      post.draft = true
      return 'a draft'
    },
    ({ draft }) => !draft,
  ),
  publish: ofPost(
    (post) => {
      post.draft = false
      return 'no draft any more'
    },
    ({ draft }) => draft,
  ),
  featured: ofPost((post) => {
    post.featured = !post.featured
    return `featured: ${post.featured}`
  }),
  addLink: ofPost((post, n, { posts }) => {
    const target = pick(posts, n * 7)
    const heading = n % 2 ? target.headings[0] : undefined
    post.links.push({ to: target.id, by: n % 3 ? 'path' : 'file', ...(heading ? { heading } : {}) })
    return `a link to ${target.file}${heading ? `, to “${heading}”` : ''}`
  }),
  addHeading: ofPost((post, n) => {
    post.headings.unshift(`What is new, ${n}`)
    return 'a heading more'
  }),
  renameHeading: ofPost((post, n, magazine) => {
    const [old, name] = [post.headings.at(-1), `A better end, ${n}`]
    post.headings[post.headings.length - 1] = name
    for (const link of linksTo(magazine, post)) if (link.heading === old) link.heading = name
    return `“${old}” becomes “${name}”, also where it is linked`
  }),
}
