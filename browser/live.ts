// Only in `npm run dev`: reloads the page when a post has changed. The address comes with the script's own.
const address = new URL(import.meta.url).searchParams.get('news') ?? '/live'
new EventSource(address).addEventListener('message', () => location.reload())
