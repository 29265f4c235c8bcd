import { type Prose, proseFrom } from './corpus-prose'
import { pick, randomFrom, words } from './corpus-words'

const names = 'Ada Bo Cleo Dag Esi Finn Gita Hugo Ines Jun'.split(' ')
const families = 'Arden Brook Castell Dune'.split(' ')

/** How many names `authorName` makes before they begin again. */
export const authorCount = names.length * families.length
export const authorName = (index: number) => `${pick(names, index)} ${pick(families, Math.floor(index / names.length))}`

export const categories = ['insight', 'tutorial', 'case-study', 'research']
const tags = words.thing.slice(0, 20)

/** A corpus grows as a magazine would that publishes four articles a day. */
const perDay = 4
const firstDay = Date.UTC(2010, 0, 4)
const oneDay = 24 * 60 * 60 * 1000

/** The day of a post by its number, in milliseconds. */
export const instantOf = (index: number) => firstDay + Math.floor(index / perDay) * oneDay

export const slugOf = (index: number) =>
  `the-${pick(words.thing, index * 7)}-and-the-${pick(words.thing, index * 5 + 3)}-${index}`

/** Of 25 posts in a row, five are the parts of a series and have tags; the others have a picture of another site. */
const isInSeries = (index: number) => index % 25 < 5

/** A post of 4 to 8 KB: sections, lists, a link to an earlier one; in half of them code, in some a table or a note. */
export function corpusPost(index: number, count: number): string {
  const random = randomFrom(index + 1)
  const prose = proseFrom(random)
  const title = `${prose.title()}, no. ${index}`
  const fields = fieldsOf(index, title, prose)
  const other = index > 0 ? Math.floor(random() * index) : Math.min(1, count - 1)
  const extras = [
    index % 2 ? `\`\`\`python\n${code(prose)}\n\`\`\`` : '',
    index % 3 ? '' : tableOf(prose),
    index % 4 ? '' : `A claim with a note.[^1]\n\n[^1]: ${prose.sentence()}`,
  ].filter(Boolean)
  const link = `See [an earlier case](./${slugOf(other)}.md), in which the \`${prose.word('thing')}\` **${prose.word('did')}**.`
  const parts = [`# ${title}`, prose.paragraph(), link]
  // A section more or less is some 800 characters.
  const size = 4900 + Math.floor(2600 * random()) - fields.length - extras.join().length
  while (parts.join('\n\n').length < size - 400) parts.push(...section(parts.length, prose))
  return `---\n${fields}\n---\n\n${[...parts, ...extras].join('\n\n')}\n`
}

function section(number: number, prose: Prose): string[] {
  const below = number % 2 ? [`### ${prose.heading()}, point ${number}`, prose.list()] : [prose.paragraph()]
  return [`## ${prose.heading()}, part ${number}`, prose.paragraph(), ...below]
}

function fieldsOf(index: number, title: string, prose: Prose): string {
  const series = `${pick(words.place, Math.floor(index / 25))} ${Math.floor(index / 250)}`
  const own = isInSeries(index)
    ? [`tags: [${pick(tags, index * 3)}, ${pick(tags, index * 11 + 1)}]`, `series: Notes from ${series}`]
    : [
        `imageUrl: https://pictures.example/photo-${index}-${randomFrom(index)()}?auto=format&fit=crop&w=800&h=400`,
        `readTime: ${4 + (index % 9)}`,
      ]
  return [
    `title: "${title}"`,
    `excerpt: "${prose.sentence()}"`,
    `category: ${pick(categories, index)}`,
    `author: ${authorName(index * 13)}`,
    `date: ${new Date(instantOf(index)).toISOString().slice(0, 10)}`,
    ...own,
  ].join('\n')
}

const tableOf = ({ word, number }: Prose) =>
  [
    `| ${word('thing')} | ${word('kind')} |`,
    '| --- | ---: |',
    ...Array.from({ length: 4 }, () => `| ${word('place')} | ${number()} |`),
  ].join('\n')

const code = ({ word }: Prose) => `def is_${word('kind')}(readings: list[float]) -> bool:
    # Two in a row, so that one bad reading closes nothing.
    high = [value for value in readings if value > 0.8]
    return len(high) >= 2 and readings[-1] == max(readings)`
