import { type Link, type Magazine, type Post, pick } from './magazine'

/** Changes a magazine in place, as the number decides, and says in words what it did; nothing if there was nothing to do. */
export type Edit = (magazine: Magazine, number: number) => string | undefined

/** An edit of one post among those that fit. */
export const ofPost =
  (
    change: (post: Post, number: number, magazine: Magazine) => string,
    fits: (post: Post) => boolean = () => true,
  ): Edit =>
  (magazine, number) => {
    const posts = magazine.posts.filter(fits)
    const post = pick(posts, number)
    return post && `${post.file}: ${change(post, number, magazine)}`
  }

/** The links of all posts to one of them. */
export const linksTo = ({ posts }: Magazine, { id }: Post): Link[] =>
  posts.flatMap(({ links }) => links.filter(({ to }) => to === id))
