import type { StarterTexts } from './texts'

export const en: StarterTexts = {
  tagline: 'A new magazine',
  description: 'One sentence about the subject, for search engines and feeds.',
  category: 'Essays',
  categoryDescription: 'One sentence about what belongs here.',
  bio: 'One or two sentences about who is writing.',
  about: (name) => `${name} has just begun. Say here what it is about, who writes it and how to reach them.

## Subscribe

There is a [feed of the whole magazine](/feed.xml). A feed reader asks it now and then for what is new.
`,
  post: {
    file: 'welcome.md',
    title: 'Welcome',
    excerpt: 'The first article. It shows how the next one is written.',
    body: (name) => `This is the first article of ${name}. It is a text file, and you may change every word of it.

## How an article is written

Above the line of three hyphens stand the fields: the title, a sentence or two for lists, the category, the author and the day. Below it stands the text, in Markdown.

- A line with two number signs begins a section.
- Words between **two asterisks** are strong, between *one* they are emphasised.
- A link has its words in square brackets and its address in round ones: [about this magazine](/about/).

\`\`\`markdown
## How an article is written

A link: [about this magazine](/about/)
\`\`\`

> A paragraph that begins with an angle bracket is a quotation.

## What comes next

\`npm run new -- "A title"\` writes the next article as a draft. \`npm run dev\` shows the magazine while you write, and \`npm run check\` names what is wrong, with its line. When nothing is wrong, delete the line \`draft: true\` and commit the file.
`,
  },
}
