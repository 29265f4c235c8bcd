import path from 'node:path'
import { nextFolder, nextWorkFolder } from '../../next-folder'
import { site } from '../../site'

/** A segment of a route with those below it, and its files with what loads them. */
export type LoaderTree = [
  segment: string,
  below: { children?: LoaderTree },
  files: Partial<Record<'layout' | 'page', [load: () => Promise<{ default: unknown }>, file: string]>>,
]

/**
 * Every internal of Next that the project relies on, in one place: the contract test holds it against the installed
 * Next. When one has changed, `npm run build -- --plain` publishes Next's own export until this file is mended.
 */
export const nextInternals = {
  /** The program, run by this process's own Node. */
  program: path.resolve('node_modules/next/dist/bin/next'),
  /** Its module that copies `public/` into an export, and the one function there. */
  copying: path.resolve('node_modules/next/dist/lib/recursive-copy.js'),
  /** Where it compiles and renders. */
  workDirectory: path.resolve(nextWorkFolder),
  /** What of that belongs to `next dev`. */
  devFolder: 'dev',
  /** Tells it that `.env` and its like have been read. */
  environmentIsRead: { __NEXT_PROCESSED_ENV: 'true' },
  /** What of that, and of its export, belongs to `next typegen`. */
  typesFolder: 'types',
  /** What a process needs before it runs anything that Next compiled. */
  environment: 'next/dist/server/node-environment',
  /** The React of compiled Server Components, and the names under which React and React DOM keep who renders. */
  serverReact: {
    module: 'next/dist/server/route-modules/app-page/vendored/rsc/react',
    internals: '__SERVER_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
    domModule: 'next/dist/server/route-modules/app-page/vendored/rsc/react-dom',
    domInternals: '__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
  },
  /** What it compiled: a module for each route, by the route's file, what it is put together of, and the patterns of its paths. */
  entryPoints: {
    directory: path.resolve('.next/server'),
    manifest: path.resolve('.next/server/app-paths-manifest.json'),
    treeOf: (entry: { routeModule: { userland: { loaderTree: LoaderTree } } }) => entry.routeModule.userland.loaderTree,
  },
  routesManifest: path.resolve('.next/routes-manifest.json'),
  /** What it puts into the head of every page, into that of a page that was not found, and how it orders stylesheets. */
  head: [{ charSet: 'utf-8' }, { name: 'viewport', content: 'width=device-width, initial-scale=1' }],
  notFoundHead: [{ name: 'robots', content: 'noindex' }],
  precedence: 'next',
  /** Where `next build` leaves its export: `distDir` in next.config.js. */
  exportDirectory: path.resolve('.cache/export'),
  /** Every path that was rendered, with the route it came from. */
  prerenderManifest: path.resolve('.next/prerender-manifest.json'),
  /** Of a page there; what else is rendered has other types. */
  pageType: 'page',
  /** One program a route; run, each adds to a global the Client Components of its page, by their files. */
  clientManifests: {
    directory: path.resolve('.next/server/app'),
    name: 'page_client-reference-manifest.js',
    global: '__RSC_MANIFEST',
  },
  /** In the key of a Client Component that is Next's own, and that markup does without. */
  ownModules: '/node_modules/next/',
  /** Scripts, styles and fonts as Next serves them. */
  assets: `${site.basePath}${nextFolder}`,
  /** What pages fetch when Next's own links are followed. */
  payload: /^(?:index|__next\..*)\.txt$/,
  /** How those inline scripts begin that start the runtime and carry its data. */
  inlineScript: /^(?:\(self\.__next_f=|self\.__next_f\.push\(|\(globalThis\["TURBOPACK"\])/,
  /** The ids under which a page that waited while rendering hides its late parts until a script shows them. */
  lateParts: /^[BPS]:/,
  /** How the scripts begin that show late parts, and what each asks for: a boundary or a gap, and the part that fills it. */
  lateScripts: /^(?:requestAnimationFrame\(function\(\)\{\$RT|\$R[A-Z]=|\$R[CS]\()/,
  /** What stands around a late row, which nothing but a table may hold. */
  lateTable: { before: '<table hidden>', after: '</table>' },
  lateBoundary: /\$RC\("(?<hole>B:\w+)","(?<part>S:\w+)"\)/g,
  lateGap: /\$RS\("(?<part>S:\w+)","(?<hole>P:\w+)"\)/g,
  /** The page of what is not found, and the folders in which the export has it a second time. */
  notFound: { path: '/_not-found', file: '404.html', copies: ['_not-found', '404'] },
  /** Rendered for a server, and no part of an export. */
  errorPath: '/_global-error',
} as const
