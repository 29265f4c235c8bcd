const list = (text: string) => text.trim().split(/\s+/)

// The most common first: they are picked as often as words are in a language, the tenth a tenth as often as the first.
const nouns = list(`
  system sensor model signal machine valve pump motor reading controller value error time day hour network
  camera pattern operator engineer team plant building room line device alarm threshold schedule delay loop filter buffer
  temperature pressure current voltage vibration sound image frame sample rate record log report question answer reason
  change result test trial measurement instrument probe gauge meter clock counter register table chart map route road
  bridge tunnel harbour canal lock gate door window wall floor roof stair lift crane conveyor belt gear bearing brake
  spring lever handle switch relay lamp light shadow heat cold water air oil gas steam dust rain wind storm frost season
  greenhouse field orchard garden farm tractor barn stable cattle shed mill bakery oven kiln furnace foundry press lathe
  drill saw hammer tool bench drawer cabinet shelf box crate pallet truck train tram bus bicycle driver passenger station
  platform ticket price cost budget contract order supplier customer market office desk letter phone screen
  button menu page paragraph word sentence language grammar rule exception decision choice plan goal limit margin risk
  fault failure repair spare stock inventory warehouse shift crew foreman apprentice teacher school lesson exam habit
  memory attention patience trust doubt fear hope mistake story history archive museum library catalogue
  index hospital clinic nurse patient dose scanner pulse breath heart muscle hand finger eye ear voice face
  neighbour village town city district province border country coast island river lake mountain valley forest tree leaf
  root seed soil stone sand metal copper iron steel glass rubber plastic paper ink cable wire plug socket battery panel
  antenna beacon satellite orbit rocket launch engine wing propeller rudder hull deck cargo anchor buoy tide wave`)
const verbs = list(`
  measure watch close open count delay repeat compare warn learn predict control detect report record reduce increase
  improve change explain require allow prevent follow move turn start stop wait answer check test repair replace install
  connect separate store load carry lift lower push pull cool heat dry clean filter sort group name label mark sketch
  print scan copy publish share discuss argue suggest decide plan order deliver collect return remove add divide multiply
  estimate round adjust calibrate tune balance align observe notice ignore remember suspect confirm reject accept trust
  blame reward train teach coach supervise support protect threaten damage crack bend corrode leak overflow burn
  drift wander settle recover restart reset update release launch land arrive depart travel march climb drop stumble
  rest work rehearse perform play design draft model simulate render export import index search rank cluster`)
const adjectives = list(`
  small large new old good careful slow quick cheap costly simple hard early late local remote quiet loud warm cold dry wet
  light heavy thin thick long short high low open closed empty full clean dirty steady noisy honest blind patient stubborn
  ordinary strange useful useless common rare recent ancient digital mechanical electric hydraulic thermal acoustic optical
  chemical medical rural urban coastal northern southern seasonal daily weekly annual nightly temporary permanent portable
  fixed visible hidden exact rough average extreme sudden gradual reliable fragile robust modest ambitious practical
  theoretical legal public private shared central distributed redundant spare faulty broken repaired certified trained
  inexperienced tired curious cautious confident reluctant willing obvious subtle plain elaborate costless measurable`)
const adverbs = list(`
  often rarely always never quietly slowly quickly early late again still already once twice together alone carefully
  badly well nearly exactly roughly usually seldom suddenly gradually honestly mostly partly daily overnight outside
  upstairs downstream nearby elsewhere eventually meanwhile afterwards beforehand reluctantly silently visibly reliably`)
const beginnings = list(
  'Bren Tol Hask Mar Ost Pell Quen Ris Sund Thor Ulv Vard Wex Yarn Zell Ald Cor Dun Esk Fal Gren Hol',
)
const endings = list('moor wick ford holm by ton dale mouth bridge haven stead ness combe field gate well cliff pool')

const withS = (word: string) =>
  /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word.replace(/(?<![aeiou])y$/, 'ie')}s`
const withEd = (verb: string) => (verb.endsWith('e') ? `${verb}d` : `${verb.replace(/(?<![aeiou])y$/, 'i')}ed`)
const withIng = (verb: string) => `${verb.replace(/(?<!e)e$/, '')}ing`

/** The words that the posts of a corpus are made of, by their use in a sentence. */
export const words = {
  thing: nouns,
  things: nouns.map(withS),
  does: verbs.map(withS),
  did: verbs.map(withEd),
  doing: verbs.map(withIng),
  undo: verbs.map((verb) => `re${verb}`),
  kind: adjectives,
  how: adverbs,
  // A language has thousands of words that are used once; names of places stand for them here.
  place: beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending)),
} satisfies Record<string, string[]>
export type Use = keyof typeof words

/** An item by its number; after the last one they begin again. */
export const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
