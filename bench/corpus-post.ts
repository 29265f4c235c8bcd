import { pick, randomFrom, words } from './corpus-words'

const { things, parts, places, doings } = words
const names = 'Ada Bo Cleo Dag Esi Finn Gita Hugo Ines Jun'.split(' ')
const families = 'Arden Brook Castell Dune'.split(' ')

/** How many names `authorName` makes before they begin again. */
export const authorCount = names.length * families.length
export const authorName = (index: number) => `${pick(names, index)} ${pick(families, Math.floor(index / names.length))}`

export const categories = ['insight', 'tutorial', 'case-study', 'research']

/** A corpus grows as a magazine would that publishes four articles a day. */
const perDay = 4
const firstDay = Date.UTC(2010, 0, 4)
const oneDay = 24 * 60 * 60 * 1000

/** The day of a post by its number, in milliseconds. */
export const instantOf = (index: number) => firstDay + Math.floor(index / perDay) * oneDay

export const slugOf = (index: number) => `the-${pick(things, index * 7)}-and-the-${pick(parts, index * 5)}-${index}`

/** A post of about 4 KB: sections, lists, a link to an earlier one, and in some of them code, a table or a note. */
export function corpusPost(index: number, count: number): string {
  const random = randomFrom(index + 1)
  const word = (list: string[]) => pick(list, Math.floor(random() * list.length))
  const sentence = () =>
    `The ${word(things)} in the ${word(places)} ${word(doings)} its ${word(parts)}, and the ${word(parts)} ${word(doings)} the ${word(things)} before anybody in the ${word(places)} notices.`
  const paragraph = () => Array.from({ length: 3 }, sentence).join(' ')
  const other = index > 0 ? Math.floor(random() * index) : Math.min(1, count - 1)
  const fields = fieldsOf(index, sentence())
  const sections = Array.from({ length: 4 }, (_, section) => [
    `## What the ${word(parts)} does, part ${section + 1}`,
    paragraph(),
    section === 1
      ? `See [an earlier case](./${slugOf(other)}.md), which **${word(doings)}** the same \`${word(parts)}\`.`
      : paragraph(),
    section === 2 ? Array.from({ length: 4 }, () => `- **${word(things)}**: ${sentence()}`).join('\n') : paragraph(),
  ])
  const extras = [
    index % 2 ? `\`\`\`python\n${code(word(parts))}\n\`\`\`` : '',
    index % 3
      ? ''
      : `| ${word(things)} | ${word(parts)} |\n| --- | ---: |\n| ${word(places)} | 12 |\n| ${word(places)} | 30 |`,
    index % 4 ? '' : `A claim with a note.[^1]\n\n[^1]: ${sentence()}`,
  ]
  return `---\n${fields.join('\n')}\n---\n\n${[...sections.flat(), ...extras.filter(Boolean)].join('\n\n')}\n`
}

function fieldsOf(index: number, excerpt: string): string[] {
  const [thing, part] = [pick(things, index * 7), pick(parts, index * 5)]
  const tags = [pick(things, index * 3), pick(parts, index * 11)]
  const isInSeries = index % 25 < 5
  return [
    `title: "The ${thing} and the ${part}, no. ${index}"`,
    `excerpt: "${excerpt}"`,
    `category: ${pick(categories, index)}`,
    `author: ${authorName(index * 13)}`,
    `date: ${new Date(instantOf(index)).toISOString().slice(0, 10)}`,
    `tags: [${tags.join(', ')}]`,
    ...(isInSeries
      ? [`series: Notes from the ${pick(places, Math.floor(index / 25))} ${Math.floor(index / 250)}`]
      : []),
  ]
}

const code = (name: string) => `def ${name}(readings: list[float]) -> bool:
    # Two in a row, so that one bad reading closes nothing.
    high = [value for value in readings if value > 0.8]
    return len(high) >= 2 and readings[-1] == max(readings)`
