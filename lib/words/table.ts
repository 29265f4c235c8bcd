/** What is said around something that is marked up: words before it and words behind it, of which one may be empty. */
export type Around = readonly [before: string, after: string]

/** Everything that the site says by itself, in one language. Numbers, days and names are worded already. */
export type Words = {
  /** Between the names of a list. */
  comma: string

  skip: string
  categories: string
  /** Of the category filter: everything. */
  all: string
  /** What a number of articles counts, behind the number. */
  articles(count: number): string
  darkPaper: string

  /** The links in the foot, and their name. */
  site: string
  allArticles: string
  archive: string
  about: string
  since(name: string, year: string): string
  noTrackers: string

  latest: string
  readNext: string
  minutes(count: string): string
  minutesToRead(count: string): string
  updated: Around
  draft: string
  scheduled: string
  inThisArticle: string
  tags: string
  share: string
  linkCopied: string
  copy: string
  copied: string
  copyByHand: string
  /** Around the name of a series. */
  ofSeries: Around
  series: string
  neighbours: string
  previous: string
  next: string

  moreArticles: string
  newer: string
  older: string
  sinceDay(day: string): string
  span(from: string, to: string): string
  /** `shown` is the number as it is written. */
  allOfYear(count: number, shown: string, year: string): string
  empty: string
  everything(name: string): string
  tagged(tag: string): string
  articlesBy(author: string): string
  publishedIn(year: string): string
  wholeSeries(name: string): string
  everyYear(name: string): string
  aboutName(name: string): string
  aboutDescription(name: string): string
  bylines: string
  feed: string
  /** The same, with the name of what it tells of. */
  feedOf(name: string): string

  notFound: string
  nothingHere: string
  noPage: string
  mayHaveMoved: string
  /** Around a link to the front page. */
  waysOn: Around
  frontPage: string
  moved: string
  /** Around the new address. */
  movedTo: Around

  /** Of what stands in an article, for who does not see it. */
  code(name: string | undefined): string
  table(columns: string | undefined): string
  formula: string
  done: string
  notDone: string
  linkToSection(title: string): string
  note(number: string): string
  notes(first: string, last: string): string
  backToReference(number: string, place: string | undefined): string
  callouts: Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>

  /** What programs are told that read the site for somebody. */
  asMarkdown: string
  newestArticles: string
  aboutIs: string
  archiveIs: string
  feedIs: string
  sitemap: string
  sitemapIs: string
}
