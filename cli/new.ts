import { readArguments, refuse } from './arguments'
import { newMagazine } from './new-magazine'
import { newPost } from './new-post'

const usage = 'npm run new -- "What the camera should forget", or npm run new -- --magazine'
const text = { type: 'string' as const }
const { positionals, values } = readArguments(usage, {
  allowPositionals: true,
  options: {
    magazine: { type: 'boolean' },
    ...{ name: text, language: text, zone: text, url: text, categories: text, author: text },
  },
})
const title = positionals.join(' ').trim()
const { magazine, ...given } = values
if (magazine && title) refuse(`Of the new magazine, the name is told by --name, not by "${title}"`, usage)
if (!magazine && Object.keys(given).length) refuse(`--${Object.keys(given)[0]} belongs to --magazine`, usage)
if (!magazine && !title) refuse('A new post needs a title', usage)
await (magazine ? newMagazine(given) : newPost(title))
