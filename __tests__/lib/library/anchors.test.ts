import { deadAnchors } from '@/lib/library/anchors'
import type { BodyFacts, Outline, OwnLink } from '@/lib/markdown/rendered'
import { aboutPath, articlePath } from '@/lib/routes'
import { articleOf, post } from '../content/valid-post'

function rendered({ headings = [], innerAnchors = [], ...facts }: Partial<BodyFacts & Outline> = {}) {
  return { links: [], words: 0, problems: [], ...facts, outline: () => ({ headings, innerAnchors }) }
}
const article = articleOf(post({}, 'First.\n\nA [link](./other.md#smart-citys) here.\n'))
const { file, bodyLine } = article
const excerpt = { text: 'A [link](./other.md#smart-citys) here.', length: 30 }

const problemsOf = (link: Pick<OwnLink, 'url' | 'fragment'>) =>
  deadAnchors([
    {
      ...{ path: articlePath(article.slug), file },
      rendered: rendered({ links: [{ ...link, line: bodyLine + 2, column: 3, excerpt }] }),
    },
    {
      path: articlePath('other'),
      file: 'posts/other.md',
      rendered: rendered({ headings: [{ id: 's-smart-cities', text: 'Smart cities', level: 2, line: 1 }] }),
    },
    { path: aboutPath(), file: 'posts/_about.md', rendered: rendered({ innerAnchors: ['bylines'] }) },
  ])

describe('a link to a place on another page', () => {
  test.each([
    [articlePath('other'), 'smart-cities'],
    [aboutPath(), 'bylines'],
  ])('is right when %s has #%s', (url, fragment) => {
    expect(problemsOf({ url, fragment })).toEqual([])
  })

  test.each([
    [articlePath('other'), 'smart-citys', /#smart-cities/],
    [articlePath('other'), 'zzzzzzzzzzzz', /without/],
    [aboutPath(), 'byline', /#bylines/],
    ['/category/insight/', 'top-of-it', /without/],
  ])('is an error at the link when %s has no #%s', (url, fragment, hint) => {
    expect(problemsOf({ url, fragment })).toEqual([
      {
        ...{ file: article.file, line: article.bodyLine + 2, column: 3, severity: 'error', rule: 'unknown-anchor' },
        message: expect.stringContaining(`#${fragment}`),
        hint: expect.stringMatching(hint),
        excerpt,
      },
    ])
  })
})
