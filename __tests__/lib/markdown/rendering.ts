import { type Rendered, type Resolution, renderMarkdown, type Target } from '../../../lib/markdown/render/render'

const answers: Record<string, Resolution> = {
  './other.md': { href: '/articles/other/' },
  '/articles/other/': { href: '/articles/other/' },
  './gone.md': { asText: true, warning: 'That article is withheld.' },
  './picture.png': { src: '/media/picture.webp', width: 800, height: 600 },
}

export const resolve = async (targets: Target[]): Promise<Resolution[]> =>
  targets.map(({ url }) => answers[url] ?? { missing: true, message: `There is no ${url}.`, hint: 'Write ./other.md' })

/** A body as it stands in a file whose front matter takes the first nine lines. */
export const render = (body: string, title = 'A title'): Promise<Rendered> =>
  renderMarkdown(body, { file: 'posts/a.md', bodyLine: 10, title, resolve })

export const told = ({ problems }: Rendered) =>
  problems.map(({ line, column, severity, rule, message }) => `${line}:${column} ${severity} ${rule} ${message}`)
