import { pick, type Use, words } from './corpus-words'

/** Writes with the words of a corpus, as a stream of random numbers decides. */
export type Prose = ReturnType<typeof proseFrom>

// `{use}` stands for a word of that use.
const sentences = [
  'The {thing} in the {thing} {does} its {things}, and nobody in {place} notices until the {thing} {does}.',
  'In {place} the {kind} {thing} {did} for years before anyone asked why.',
  'A {kind} {thing} is worth more than a {kind} one, because it {does} {how}.',
  '{Doing} a {thing} is {kind} work, and {doing} two of them is not twice as {kind}.',
  'What the {thing} of {place} {did} was {kind}: it {did} the {thing}, {how}, and {did} the rest.',
  'Every {thing} {does}; only a {kind} {thing} says so.',
  'The team {did} the {things} {how}, then {did} them again with a {kind} {thing}.',
  'If the {thing} {does} before the {thing} has {did}, the {things} are {kind} and the {thing} is wrong.',
  'There were {number} {things} on the {thing}, {number} of them {kind}.',
  'Its {thing} rose by {number} per cent, which the {kind} {thing} {did} {how}.',
  'Nobody {did} the {thing}, so the {thing} {did} it, {how} and without a {thing}.',
  'We {did} the {kind} {things} by hand, {doing} each {thing} against the {thing} from {place}.',
  'It is {kind} to {undo} a {thing} when the {thing} beside it {does}.',
  'That is why the {thing} {does} {how} and the {thing} waits.',
]
const headings = [
  'What the {thing} {does}',
  'A {kind} {thing}',
  '{Doing} the {thing}',
  'The {things} of {place}',
  'When a {thing} {does}',
]
const titles = [
  'What the {thing} of {place} {does}',
  'A {kind} {thing}, and why it {does}',
  '{Doing} the {kind} {thing}',
  'The {thing} and the {kind} {thing}',
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function proseFrom(random: () => number) {
  const any = <Item>(items: readonly Item[]) => pick(items, Math.floor(random() * items.length))
  // Zipf's law: as many of the first as of the next two, the next four, the next eight.
  const word = (use: Use) => pick<string>(words[use], Math.floor(words[use].length ** random()) - 1)
  const number = () => String(2 + Math.floor(98 * random()))
  const filled = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/g, (_, use: string) => {
      if (use === 'number') return number()
      const lower = use.charAt(0).toLowerCase() + use.slice(1)
      const found = word(lower as Use)
      return lower === use ? found : capital(found)
    })
  const sentence = () => filled(any(sentences))
  const several = (least: number, most: number) =>
    Array.from({ length: least + Math.floor((most - least + 1) * random()) }, sentence).join(' ')
  return {
    any,
    word,
    number,
    sentence,
    paragraph: () => several(2, 5),
    heading: () => capital(filled(any(headings))),
    title: () => capital(filled(any(titles))),
    list: () => Array.from({ length: 4 }, () => `- **${capital(word('things'))}**: ${sentence()}`).join('\n'),
  }
}
