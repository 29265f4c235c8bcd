/** What a new magazine says in one language until its people say it better. All of it stands in files that they edit. */
export type StarterTexts = {
  tagline: string
  description: string
  /** The name of the one category of whoever names none. */
  category: string
  categoryDescription: string
  bio: string
  /** Markdown of the about page. */
  about(name: string): string
  post: { file: string; title: string; excerpt: string; body(name: string): string }
}
