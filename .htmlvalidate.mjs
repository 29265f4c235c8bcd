import { defineConfig } from 'html-validate'

// Rules that only speak about how React and our own writer of HTML spell what is valid: `<img/>`, `dateTime=`,
// `async=""`, a lone `>` in text.
const spelling = ['void-style', 'attr-case', 'attribute-boolean-style', 'attribute-empty-style', 'no-raw-characters']

export default defineConfig({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    ...Object.fromEntries(spelling.map((rule) => [rule, 'off'])),
    // Next names an element `_R_`, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
    // Every script and style sheet comes from the site itself.
    'require-sri': ['error', { target: 'crossorigin' }],
    // ARIA lets any list or group have a name.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Code that scrolls is a region and has to stay a `pre`.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // Of the two tables of contents only one is shown; axe looks at the landmarks that are.
    'unique-landmark': 'off',
    // A title is as long as its writer wants it.
    'long-title': 'off',
  },
})
