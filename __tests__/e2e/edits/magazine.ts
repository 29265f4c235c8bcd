/** To a post, or to one of its headings. `oldPath` is where the post was when the link was written. */
export type Link = { to: number; heading?: string; by: 'file' | 'path'; oldPath?: string }

export type Post = {
  id: number
  file: string
  title: string
  excerpt: string
  category: string
  authors: string[]
  date: string
  updated?: string
  tags: string[]
  series?: string
  aliases: string[]
  imageUrl?: string
  draft: boolean
  featured: boolean
  /** Each stands over a paragraph. */
  headings: string[]
  paragraphs: string[]
  links: Link[]
  /** Its title's name is written wrongly, which is an error. */
  slip: boolean
}

export type Category = { slug: string; name: string; description: string; hue: string }
export type Author = { name: string; slug: string; bio?: string; picture?: string }
export type Redirect = { from: string; to: string } | { gone: string }

/** All that a site is made of: what writers change, and what its owner does. */
export type Magazine = {
  posts: Post[]
  /** What may come back. */
  deleted: Post[]
  nextId: number
  categories: Category[]
  authors: Author[]
  redirects: Redirect[]
  about: string
  /** Files under `public/`, by their names. */
  publicFiles: Record<string, string>
  /** Pictures beside the posts: the colour of each. */
  pictures: Record<string, string>
  now: string
  url: string
  flags: string[]
  /** Two lines of the code. */
  tagline: string
  styles: string
  /** Whether files that change keep their time, as copies made by some tools do. */
  keepsTimes: boolean
}

export const hues = ['blue', 'green', 'red', 'violet', 'ochre', 'teal']
const things = 'valve pump fan lamp gate door camera sensor motor brake'.split(' ')
const places = 'workshop field station tunnel cellar harbour'.split(' ')
const people = ['Ada Arden', 'Bo Brook', 'Cleo Castell', 'Dag Dune', 'Esi Elm', 'Finn Ford']

export const slugOf = ({ file }: Pick<Post, 'file'>) => file.replace(/\.md$/, '')
export const pathOf = (post: Pick<Post, 'file'>) => `/articles/${slugOf(post)}/`
export const thing = (index: number) => pick(things, index)
export const place = (index: number) => pick(places, index)
export const pick = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item

const day = 24 * 60 * 60 * 1000

/** The day so many days after another. */
export const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(date.slice(0, 10)) + days * day).toISOString().slice(0, 10)

export const isDue = (post: Post, { now }: Magazine) => !post.draft && post.date <= now.slice(0, 10)

const firstDay = '2024-11-01'

export function newPost(id: number, date: string): Post {
  return {
    ...{ id, file: `${thing(id)}-${id}.md`, title: `The ${thing(id)} in the ${place(id)}, ${id}`, date },
    excerpt: `What the ${thing(id * 3)} of number ${id} does, in a sentence.`,
    category: pick(['insight', 'tutorial', 'research'], id),
    authors: id % 7 === 0 ? [pick(people, id), pick(people, id + 1)] : [pick(people, id * 5)],
    tags: [thing(id * 3), place(id)],
    ...(id % 9 < 3 ? { series: `Notes from the ${place(Math.floor(id / 9))}` } : {}),
    ...(id % 11 === 4 ? { imageUrl: './_pictures/plan.png' } : {}),
    aliases: id % 10 === 6 ? [`/articles/once-${id}/`] : [],
    draft: id % 15 === 8,
    featured: id === 12,
    headings: [`Why the ${thing(id)}`, `How number ${id} ends`],
    paragraphs: [
      `The ${thing(id)} waits for the ${thing(id + 1)}.`,
      `In the ${place(id)}, nobody noticed ${id} of them.`,
    ],
    links: linksOf(id),
    slip: false,
  }
}

// To two older posts at most; every second link names a heading.
function linksOf(id: number): Link[] {
  if (id < 3) return []
  const [one, other] = [Math.floor(id / 2), id - 1]
  const heading = { heading: `How number ${other} ends` }
  return [{ to: one, by: 'file' }, ...(id % 2 ? [{ to: other, by: 'path' as const, ...heading }] : [])]
}

/** A sound magazine: most authors have a profile, a few posts are drafts, and the last three have yet to fall due. */
export function newMagazine(count = 45): Magazine {
  const posts = Array.from({ length: count }, (_, id) => newPost(id, dayAfter(firstDay, id * 9)))
  return {
    ...{ posts, deleted: [], nextId: count },
    categories: ['insight', 'tutorial', 'research', 'empty'].map((slug, index) => ({
      ...{ slug, name: `Of ${slug}`, description: `All of ${slug}.`, hue: pick(hues, index) },
    })),
    authors: people.slice(0, 4).map((name, index) => ({
      ...{ name, slug: name.toLowerCase().replace(' ', '-') },
      ...(index ? { bio: `Writes about the ${thing(index)}.` } : { picture: './_pictures/ada.png' }),
    })),
    redirects: [{ from: '/old/', to: '/category/insight/' }],
    about: 'A magazine of few words.\n\n## Who we are\n\nNobody you know.',
    publicFiles: { 'notes.txt': 'A file that is served as it is.\n' },
    pictures: { 'plan.png': '#884422', 'ada.png': '#224488', 'unused.png': '#000000' },
    now: `${dayAfter(firstDay, (count - 3) * 9 - 2)}T08:00:00Z`,
    url: 'https://example.org/magazine',
    flags: [],
    tagline: 'Machines that sense',
    styles: '',
    keepsTimes: false,
  }
}

/** Why a magazine cannot be published; empty when it can. */
export function faultsOf(magazine: Magazine): string[] {
  const byId = new Map(magazine.posts.map((post) => [post.id, post]))
  const visible = magazine.posts.filter(({ draft }) => !draft)
  return visible.flatMap(({ file, slip, links }) => [
    ...(slip ? [`${file} has a field that does not exist`] : []),
    ...links.flatMap(({ to, heading }) => {
      const target = byId.get(to)
      const isDead = heading && target && isDue(target, magazine) && !target.headings.includes(heading)
      return isDead ? [`${file} links to “${heading}” of ${target.file}`] : []
    }),
  ])
}
