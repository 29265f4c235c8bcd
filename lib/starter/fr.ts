import type { StarterTexts } from './texts'

export const fr: StarterTexts = {
  tagline: 'Un nouveau magazine',
  description: 'Une phrase sur le sujet, pour les moteurs de recherche et les flux.',
  category: 'Essais',
  categoryDescription: 'Une phrase sur ce qui a sa place ici.',
  bio: 'Une ou deux phrases sur la personne qui écrit.',
  about: (name) => `${name} vient de commencer. Dites ici de quoi il parle, qui l’écrit et comment joindre la rédaction.

## S’abonner

Il y a un [flux de tout le magazine](/feed.xml). Un lecteur de flux lui demande de temps en temps ce qu’il y a de nouveau.
`,
  post: {
    file: 'bienvenue.md',
    title: 'Bienvenue',
    excerpt: 'Le premier article. Il montre comment écrire le suivant.',
    body: (name) => `Voici le premier article de ${name}. C’est un fichier texte, et vous pouvez en changer chaque mot.

## Comment on écrit un article

Au-dessus de la ligne de trois tirets se trouvent les champs : le titre, une phrase ou deux pour les listes, la rubrique, le nom et le jour. Le texte vient en dessous, en Markdown.

- Une ligne qui commence par deux dièses ouvre une section.
- Les mots entre **deux astérisques** sont importants, entre *un seul* ils sont mis en relief.
- Un lien a ses mots entre crochets et son adresse entre parenthèses : [à propos de ce magazine](/about/).

\`\`\`markdown
## Comment on écrit un article

Un lien : [à propos de ce magazine](/about/)
\`\`\`

> Un paragraphe qui commence par un chevron est une citation.

## La suite

\`npm run new -- "Un titre"\` écrit l’article suivant comme brouillon. \`npm run dev\` montre le magazine pendant que vous écrivez, et \`npm run check\` dit ce qui ne va pas, ligne par ligne. Quand tout va bien, supprimez la ligne \`draft: true\` et validez le fichier dans git.
`,
  },
}
