import path from 'node:path'
import { bundling } from '../../bundling'
import { assetPath } from '../../routes'
import { site } from '../../site'

const namedByStyles = ['.woff2', '.woff', '.ttf', '.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.ico']

/**
 * One stylesheet in place of several, in their order: the address of a file in the release's `assets`, whose name carries
 * a hash of its content. Whatever the stylesheets name by `url()` goes with them. Those of `before` are not made again.
 */
export function createStylesheets(release: string, before: Record<string, string> = {}) {
  const known = new Map(Object.entries(before))

  async function merge(addresses: string[]): Promise<string> {
    const imports = addresses.map((address) => `@import ${JSON.stringify(fileOf(address))};`)
    const { metafile } = await bundling((build) =>
      build({
        stdin: { contents: imports.join('\n'), loader: 'css', resolveDir: release },
        outdir: path.join(release, 'assets'),
        entryNames: 'style.[hash]',
        assetNames: '[name].[hash]',
        loader: Object.fromEntries(namedByStyles.map((ending) => [ending, 'file'])),
        ...{ bundle: true, minifyWhitespace: true, metafile: true, charset: 'utf8', legalComments: 'none' },
      }),
    )
    const file = Object.keys(metafile.outputs).find((name) => name.endsWith('.css'))
    return assetPath(path.basename(file ?? ''))
  }

  const fileOf = (address: string) => path.join(release, address.slice(site.basePath.length))

  return {
    async merged(addresses: string[]): Promise<string> {
      const key = addresses.join()
      const found = known.get(key) ?? (await merge(addresses))
      known.set(key, found)
      return found
    },
    all: () => Object.fromEntries(known),
  }
}
