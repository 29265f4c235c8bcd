import type { StarterTexts } from './texts'

export const de: StarterTexts = {
  tagline: 'Ein neues Magazin',
  description: 'Ein Satz über das Thema, für Suchmaschinen und Feeds.',
  category: 'Essays',
  categoryDescription: 'Ein Satz darüber, was hierher gehört.',
  bio: 'Ein oder zwei Sätze darüber, wer hier schreibt.',
  about: (
    name,
  ) => `${name} hat gerade erst begonnen. Hier steht bald, worum es geht, wer schreibt und wie man die Redaktion erreicht.

## Abonnieren

Es gibt einen [Feed des ganzen Magazins](/feed.xml). Ein Feedreader fragt ihn ab und zu nach Neuem.
`,
  post: {
    file: 'willkommen.md',
    title: 'Willkommen',
    excerpt: 'Der erste Artikel. Er zeigt, wie der nächste geschrieben wird.',
    body: (
      name,
    ) => `Das ist der erste Artikel von ${name}. Er ist eine Textdatei, und jedes Wort darin darf geändert werden.

## Wie ein Artikel geschrieben wird

Über der Zeile mit drei Bindestrichen stehen die Felder: der Titel, ein oder zwei Sätze für die Listen, die Rubrik, der Name und der Tag. Darunter steht der Text in Markdown.

- Eine Zeile mit zwei Rautezeichen beginnt einen Abschnitt.
- Wörter zwischen **zwei Sternchen** sind wichtig, zwischen *einem* sind sie betont.
- Ein Link hat seine Wörter in eckigen und seine Adresse in runden Klammern: [über dieses Magazin](/about/).

\`\`\`markdown
## Wie ein Artikel geschrieben wird

Ein Link: [über dieses Magazin](/about/)
\`\`\`

> Ein Absatz, der mit einer spitzen Klammer beginnt, ist ein Zitat.

## Wie es weitergeht

\`npm run new -- "Ein Titel"\` schreibt den nächsten Artikel als Entwurf. \`npm run dev\` zeigt das Magazin während des Schreibens, und \`npm run check\` nennt, was nicht stimmt, mit der Zeile. Wenn alles stimmt, kommt die Zeile \`draft: true\` weg, und die Datei wird committet.
`,
  },
}
