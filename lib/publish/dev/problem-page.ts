/** What keeps `dev` from showing pages, and when that will be over. */
export type Trouble = { title: string; hope: string }

export const mending: Trouble = {
  title: 'A post needs mending',
  hope: 'This page comes back by itself once the file is saved without the error.',
}

export const notRead: Trouble = {
  title: 'The posts could not be read',
  hope: 'This page comes back by itself when a post is saved and the cause is gone.',
}

/** What `dev` shows in place of every page while there is trouble: the words of the terminal, and nothing hidden. */
export function problemPage(words: string, liveScript: string | undefined, { title, hope } = mending): string {
  const live = liveScript ? `<script type="module" src="${liveScript}"></script>` : ''
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${live}
<h1>${title}</h1>
<p>${hope}</p>
<pre>${escapeText(words)}</pre>
</html>
`
}

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
