import { pluralsOf } from './plurals'
import type { Words } from './table'

const plural = pluralsOf('de')
const articles = (count: number) => plural(count, { other: 'Artikel' })

export const de: Words = {
  comma: ', ',

  skip: 'Zum Inhalt springen',
  categories: 'Rubriken',
  all: 'Alle',
  articles,
  darkPaper: 'Dunkles Papier',

  site: 'Website',
  allArticles: 'Alle Artikel',
  archive: 'Archiv',
  about: 'Über uns',
  since: (name, year) => `${name}, seit ${year}`,
  noTrackers: 'Keine Tracker, keine Cookies.',

  latest: 'Neueste Artikel',
  readNext: 'Weiterlesen',
  minutes: (count) => `${count} Min.`,
  minutesToRead: (count) => `${count} Min. Lesezeit`,
  updated: ['Aktualisiert am ', ''],
  draft: 'Entwurf: nicht veröffentlicht',
  scheduled: 'Vor dem Erscheinungstag nicht veröffentlicht',
  inThisArticle: 'In diesem Artikel',
  tags: 'Schlagwörter',
  share: 'Teilen',
  linkCopied: 'Link kopiert',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyByHand: 'Bitte von Hand kopieren',
  ofSeries: ['Serie: ', ''],
  series: 'Serie',
  neighbours: 'Benachbarte Artikel',
  previous: 'Vorheriger',
  next: 'Nächster',

  moreArticles: 'Weitere Artikel',
  newer: 'Neuere',
  older: 'Ältere',
  sinceDay: (day) => `seit dem ${day}`,
  span: (from, to) => `${from} bis ${to}`,
  allOfYear: (count, shown, year) =>
    plural(count, { one: `Der Artikel von ${year}`, other: `Alle ${shown} Artikel von ${year}` }),
  empty: 'Hier ist noch nichts erschienen. Der erste Artikel wird an dieser Stelle stehen.',
  everything: (name) => `Alles, was in ${name} erschienen ist, das Neueste zuerst.`,
  tagged: (tag) => `Artikel mit dem Schlagwort „${tag}“.`,
  articlesBy: (author) => `Artikel von ${author}.`,
  publishedIn: (year) => `Artikel, die ${year} erschienen sind.`,
  wholeSeries: (name) => `Die Serie „${name}“, vom ersten Teil an.`,
  everyYear: (name) => `${name}, Jahr für Jahr.`,
  aboutName: (name) => `Über ${name}`,
  aboutDescription: (name) => `Worum es in ${name} geht, wer schreibt und wie man nichts verpasst.`,
  bylines: 'Wer hier schreibt',
  feed: 'RSS-Feed',
  feedOf: (name) => `RSS-Feed: ${name}`,

  notFound: 'Nicht gefunden',
  nothingHere: 'Hier ist nichts',
  noPage: 'Unter dieser Adresse gibt es keine Seite.',
  mayHaveMoved:
    'Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder der Link enthält einen Tippfehler.',
  waysOn: ['Oben stehen die Rubriken, und alles beginnt auf der ', '.'],
  frontPage: 'Startseite',
  moved: 'Umgezogen',
  movedTo: ['Diese Seite ist umgezogen nach ', '.'],

  code: (name) => (name === undefined ? 'Code' : `Code: ${name}`),
  table: (columns) => (columns === undefined ? 'Tabelle' : `Tabelle: ${columns}`),
  formula: 'Formel',
  done: 'Erledigt',
  notDone: 'Offen',
  linkToSection: (title) => `Link zu diesem Abschnitt${title && `: ${title}`}`,
  note: (number) => `Anmerkung ${number}`,
  notes: (first, last) => `Anmerkungen ${first} bis ${last}`,
  backToReference: (number, place) =>
    `Zurück zu Anmerkung ${number} im Text${place === undefined ? '' : `, Stelle ${place}`}`,
  callouts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },

  asMarkdown: 'Jeden Artikel gibt es auch als Markdown: am Ende der Adresse `.md` statt des letzten Schrägstrichs.',
  newestArticles: 'Neueste Artikel',
  aboutIs: 'Was das Magazin ist und wer es schreibt',
  archiveIs: 'Alle Jahre',
  feedIs: 'Die neuesten Artikel im Wortlaut',
  sitemap: 'Sitemap',
  sitemapIs: 'Alle Seiten',
}
