import { type Edit, linksTo, ofPost } from './edit'
import { type Magazine, pick } from './magazine'

/** What leaves a magazine with a fault, most times. */
export const faults: Record<string, Edit> = {
  lostHeading: (magazine, n) => {
    const linked = magazine.posts.filter((post) => linksTo(magazine, post).some(({ heading }) => heading))
    const post = pick(linked, n)
    if (!post) return undefined
    post.headings = post.headings.map((_, index) => `Lost ${n}, ${index}`)
    return `${post.file}: its headings are others, and links to them stay`
  },
  slip: ofPost((post) => {
    post.slip = true
    return 'a field that does not exist'
  }),
}

/** Takes back what makes a magazine faulty. */
export function mend({ posts }: Magazine): void {
  const byId = new Map(posts.map((post) => [post.id, post]))
  for (const post of posts) {
    post.slip = false
    for (const link of post.links) {
      const { heading } = link
      if (heading && !byId.get(link.to)?.headings.includes(heading)) delete link.heading
    }
  }
}
