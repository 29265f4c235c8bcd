import { createRequire } from 'node:module'
import path from 'node:path'
import { nextInternals } from './next-internals'

type Rendering = {
  /** Hooks by their names. */
  hooks: Record<string, unknown>
  /** What `cache` of React keeps its values in, one for the whole of a page. */
  cacheOf<Value>(create: () => Value): Value
}

/** The React that compiled Server Components use, which is Next's own and knows no renderer but Next. */
export type ServerReact = {
  /** From here on components find these hooks, until the end. One page at a time. */
  begin(rendering: Rendering): void
  end(): void
}

type Internals = { H: unknown; A: unknown }

/** After what was compiled has got its environment. */
export function openServerReact(): ServerReact {
  const load = createRequire(path.resolve('package.json'))
  const { module, internals, domModule, domInternals } = nextInternals.serverReact
  const shared: Internals = load(module)[internals]
  refuseHints(load(domModule)[domInternals].d)
  return {
    begin({ hooks, cacheOf }) {
      shared.H = hooks
      shared.A = { getCacheForType: cacheOf, cacheSignal: () => null, getOwner: () => null }
    },
    end() {
      shared.H = null
      shared.A = null
    },
  }
}

/** `preload` and its like ask for something to stand in the head, which would be lost here. */
function refuseHints(dispatcher: Record<string, () => void>): void {
  for (const name of Object.keys(dispatcher))
    dispatcher[name] = () => {
      throw new Error('it asks the browser to fetch something ahead')
    }
}
