import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { openCompiledRoutes, type Params } from '../next/compiled-routes'
import { stylesheetPrecedence } from '../next/page-markup'
import { openServerReact, type ServerReact } from '../next/server-react'
import { resolveServerComponents } from './server-components'
import { renderingError } from './unrenderable-page'

/** The addresses of Next's stylesheets in their order, by the route whose pages ask for them. */
export type Stylesheets = Record<string, string[]>

export type CompiledPages = {
  /** The markup of the page at a path of the site. Throws an UnrenderablePage, also where nothing is compiled for it. */
  render(path: string): Promise<string>
}

/**
 * The pages that Next has compiled, as React renders them: without the runtime that Next puts into a page for the browser,
 * which takes most of the time, and would be taken out again. Whether all else is as in Next's export is for samples to
 * show.
 */
export function openCompiledPages(stylesheets: Stylesheets): CompiledPages {
  const find = openCompiledRoutes()

  let react: ServerReact | undefined

  async function elementsOf(address: string): Promise<ReactNode[]> {
    const { route, params, head, components } = await find(address)
    react ??= openServerReact()
    return [
      ...head.map(meta),
      ...(stylesheets[route] ?? []).map(stylesheet),
      await resolveServerComponents(nested(components as Component[], Promise.resolve(params)), react),
    ]
  }

  return {
    async render(address) {
      try {
        return `<!DOCTYPE html>${renderToStaticMarkup(createElement(Fragment, null, ...(await elementsOf(address))))}`
      } catch (cause) {
        throw renderingError(address, cause)
      }
    },
  }
}

type Component = (props: { params: Promise<Params> }) => ReactNode

/** Layouts around each other, and the page within. */
function nested([outer, ...inner]: Component[], params: Promise<Params>): ReactNode {
  return outer && createElement(outer, { params }, nested(inner, params))
}

const meta = (attributes: Record<string, string>): ReactElement => createElement('meta', attributes)

/** React puts it into the head, by its precedence where Next has it. */
const stylesheet = (href: string): ReactElement =>
  createElement('link', { rel: 'stylesheet', href, precedence: stylesheetPrecedence })
