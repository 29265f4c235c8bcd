import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { edit, modeOf, move, type Project, read, setMode, write } from './project'

/** Something that a site is made of, a change of it alone, and what the published site then shows. */
export type Change = {
  what: string
  change(project: Project): void | Promise<void>
  shows(project: Project): boolean
  /**
   * Whether all of the code is compiled anew. The tests of each day leave those to the long ones, which make each alone, and
   * make `together` a few that do not hide one another.
   */
  compiles?: 'alone' | 'together'
}

const front = (project: Project) => read(project, 'out/index.html')
const article = (project: Project) => read(project, 'out/articles/now/index.html')
const styles = ({ folder }: Project) =>
  readdirSync(path.join(folder, 'out/assets'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(path.join(folder, 'out/assets', name), 'utf8'))
    .join('\n')

/** In an order in which each can be told from those before it. */
export const changes: Change[] = [
  {
    what: 'a stylesheet outside of the folders that are known',
    compiles: 'together',
    change: (project) => write(project, 'theme/base.css', 'body { outline-color: #123456 }'),
    shows: (project) => styles(project).includes('#123456'),
  },
  {
    what: 'a module outside of them',
    compiles: 'alone',
    change: (project) => write(project, 'theme/some.ts', "export const words = 'newer words'"),
    shows: (project) => front(project).includes('newer words'),
  },
  {
    what: 'where TypeScript looks for a module',
    compiles: 'alone',
    change: (project) => edit(project, 'tsconfig.json', './theme/some.ts', './theme/others.ts'),
    shows: (project) => front(project).includes('other words'),
  },
  {
    what: 'a package that is installed anew',
    compiles: 'together',
    change: (project) => {
      edit(project, 'node_modules/github-slugger/index.js', 'result = slug(value', "result = 'x-' + slug(value")
      edit(project, 'node_modules/.package-lock.json', /"version": "[^"]*"/, '"version": "99.0.0"')
    },
    shows: (project) => /id="[\w-]*x-/.test(article(project)),
  },
  {
    what: 'what PostCSS does',
    compiles: 'alone',
    change: (project) => {
      const plugin = "{ postcssPlugin: 'p', Declaration(one) { if (one.value === '#123456') one.value = '#654321' } }"
      write(
        project,
        'node_modules/recolour/index.js',
        `module.exports = () => (${plugin})\nmodule.exports.postcss = true\n`,
      )
      write(project, 'postcss.config.mjs', 'export default { plugins: { recolour: {} } }\n')
    },
    shows: (project) => styles(project).includes('#654321'),
  },
  {
    what: 'the browsers to write styles for',
    compiles: 'alone',
    change: (project) => {
      write(project, 'theme/base.css', 'body { inset: 1px 2px 3px 4px; outline-color: #abcdef }')
      write(project, '.browserslistrc', 'chrome 60\n')
    },
    shows: (project) => /#abcdef/.test(styles(project)) && !/inset:1px 2px 3px 4px/.test(styles(project)),
  },
  {
    what: 'a setting of the magazine',
    compiles: 'together',
    change: (project) => {
      edit(project, 'posts/_site.yml', /name: .*/, 'name: The Other One')
      edit(project, 'posts/_site.yml', /#f8f5ee/, '#fffffe')
    },
    shows: (project) =>
      styles(project).includes('#fffffe') &&
      ['index.html', 'articles/now/index.html', 'feed.xml', 'llms.txt', 'manifest.webmanifest'].every((file) =>
        read(project, `out/${file}`).includes('The Other One'),
      ),
  },
  {
    what: 'the address in .env',
    compiles: 'together',
    change: (project) => write(project, '.env', 'SITE_URL=https://elsewhere.example\n'),
    shows: (project) =>
      [front(project), read(project, 'out/sitemap.xml')].every((text) => text.includes('https://elsewhere.example/')) &&
      front(project).includes('rel="canonical" href="https://elsewhere.example/"'),
  },
  {
    what: 'another variable, in .env.local',
    compiles: 'alone',
    change: (project) => write(project, '.env.local', 'FEATURE=on\n'),
    shows: (project) => front(project).includes('data-feature="on"'),
  },
  {
    what: 'a variable of .env.local that is set as well',
    compiles: 'alone',
    change: (project) => Object.assign(project.environment, { FEATURE: 'set' }),
    shows: (project) => front(project).includes('data-feature="set"'),
  },
  {
    what: 'the bytes of a file of public/',
    change: (project) => write(project, 'public/words.txt', 'some words'),
    shows: (project) => read(project, 'out/words.txt') === 'some words',
  },
  {
    what: 'who may read it',
    change: (project) => setMode(project, 'public/words.txt', 0o600),
    shows: (project) => modeOf(project, 'public/words.txt') === 0o600 && modeOf(project, 'out/words.txt') === 0o644,
  },
  {
    what: 'the day',
    change: (project) => Object.assign(project.environment, { SITE_NOW: '2999-01-01T08:00:00Z' }),
    shows: (project) => front(project).includes('/articles/later/'),
  },
  {
    what: 'the place of the project',
    change: move,
    shows: (project) => read(project, '.releases/nginx.conf').includes('-moved/out'),
  },
]
