import { edit, type Project, write } from './inputs/project'

/** What a build says where it has Next export the site. */
export const byNext = 'Next has to export all pages'

/** Only Next can render it, where an article has a title that no sample has. */
export const rare = `import { preload } from 'react-dom'

export function Rare({ title }: { title: string }) {
  if (title === 'Rare') preload('/favicon.svg', { as: 'image' })
  return null
}
`

/** Puts it into the page of every article. */
export function addRare(project: Project): void {
  write(project, 'components/Rare.tsx', rare)
  edit(project, 'components/ArticleEnd.tsx', /^/, "import { Rare } from './Rare'\n")
  edit(
    project,
    'components/ArticleEnd.tsx',
    'export function ArticleEnd({ article: { authors, tags } }',
    'export function ArticleEnd({ article: { authors, tags, title } }',
  )
  edit(project, 'components/ArticleEnd.tsx', "'authors' | 'tags'>", "'authors' | 'tags' | 'title'>")
  edit(project, 'components/ArticleEnd.tsx', '<div className={styles.more}>', '$&<Rare title={title} />')
}
