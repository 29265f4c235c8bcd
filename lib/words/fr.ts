import { pluralsOf } from './plurals'
import type { Words } from './table'

const plural = pluralsOf('fr')
const articles = (count: number) => plural(count, { one: 'article', other: 'articles' })

// A space that does not break stands before double signs, and inside of quotation marks.
export const fr: Words = {
  comma: ', ',

  skip: 'Aller au contenu',
  categories: 'Rubriques',
  all: 'Tout',
  articles,
  darkPaper: 'Papier sombre',

  site: 'Site',
  allArticles: 'Tous les articles',
  archive: 'Archives',
  about: 'À propos',
  since: (name, year) => `${name}, depuis ${year}`,
  noTrackers: 'Ni traceurs, ni cookies.',

  latest: 'Derniers articles',
  readNext: 'À lire ensuite',
  minutes: (count) => `${count} min`,
  minutesToRead: (count) => `${count} min de lecture`,
  updated: ['Mis à jour le ', ''],
  draft: 'Brouillon : non publié',
  scheduled: 'Non publié avant sa date',
  inThisArticle: 'Dans cet article',
  tags: 'Mots-clés',
  share: 'Partager',
  linkCopied: 'Lien copié',
  copy: 'Copier',
  copied: 'Copié',
  copyByHand: 'À copier à la main',
  ofSeries: ['Série : ', ''],
  series: 'Série',
  neighbours: 'Articles voisins',
  previous: 'Précédent',
  next: 'Suivant',

  moreArticles: 'Plus d’articles',
  newer: 'Plus récents',
  older: 'Plus anciens',
  sinceDay: (day) => `depuis le ${day}`,
  span: (from, to) => `du ${from} au ${to}`,
  allOfYear: (count, shown, year) =>
    plural(count, { one: `L’article de ${year}`, other: `Les ${shown} articles de ${year}` }),
  empty: 'Rien n’est encore publié ici. Le premier article paraîtra à cette place.',
  everything: (name) => `Tout ce qui a paru dans ${name}, du plus récent au plus ancien.`,
  tagged: (tag) => `Articles sur « ${tag} ».`,
  articlesBy: (author) => `Articles signés ${author}.`,
  publishedIn: (year) => `Articles parus en ${year}.`,
  wholeSeries: (name) => `La série « ${name} », depuis sa première partie.`,
  everyYear: (name) => `${name}, année par année.`,
  aboutName: (name) => `À propos de ${name}`,
  aboutDescription: (name) => `Le sujet de ${name}, ses auteurs et la façon de suivre ses parutions.`,
  bylines: 'Les signatures',
  feed: 'Flux RSS',
  feedOf: (name) => `Flux RSS : ${name}`,

  notFound: 'Page introuvable',
  nothingHere: 'Il n’y a rien ici',
  noPage: 'Aucune page ne se trouve à cette adresse.',
  mayHaveMoved:
    'Aucune page ne se trouve à cette adresse. Elle a peut-être été déplacée, ou le lien contient une faute de frappe.',
  waysOn: ['Les rubriques sont ci-dessus, et tout commence à la ', '.'],
  frontPage: 'page d’accueil',
  moved: 'Page déplacée',
  movedTo: ['Cette page se trouve désormais à l’adresse ', '.'],

  code: (name) => (name === undefined ? 'Code' : `Code : ${name}`),
  table: (columns) => (columns === undefined ? 'Tableau' : `Tableau : ${columns}`),
  formula: 'Formule',
  done: 'Fait',
  notDone: 'À faire',
  linkToSection: (title) => `Lien vers cette section${title && ` : ${title}`}`,
  note: (number) => `Note ${number}`,
  notes: (first, last) => `Notes ${first} à ${last}`,
  backToReference: (number, place) =>
    `Retour à l’appel de note ${number}${place === undefined ? '' : `, occurrence ${place}`}`,
  callouts: { note: 'Remarque', tip: 'Astuce', important: 'Important', warning: 'Attention', caution: 'Prudence' },

  asMarkdown:
    'Chaque article existe aussi en Markdown : il suffit de remplacer la dernière barre oblique de son adresse par `.md`.',
  newestArticles: 'Derniers articles',
  aboutIs: 'Ce qu’est le magazine et qui l’écrit',
  archiveIs: 'Toutes les années',
  feedIs: 'Les derniers articles en entier',
  sitemap: 'Plan du site',
  sitemapIs: 'Toutes les pages',
}
