/** What `dev` shows in place of every page while a post has an error: the words of `check`, and nothing hidden. */
export function problemPage(report: string, liveScript: string | undefined): string {
  const live = liveScript ? `<script type="module" src="${liveScript}"></script>` : ''
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>A post needs mending</title>
${live}
<h1>A post needs mending</h1>
<p>This page comes back by itself once the file is saved without the error.</p>
<pre>${escapeText(report)}</pre>
</html>
`
}

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
