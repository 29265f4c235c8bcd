import { cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'
import type { ServerReact } from '../next/server-react'

type Component = (props: unknown, ref?: null) => ReactNode
/** As React's own type of nodes has it: a promise of one is one. */
type Resolved = ReactNode

const typeOf = (name: string) => Symbol.for(`react.${name}`)
const [memo, forwardRef, lazy, clientReference] = ['memo', 'forward_ref', 'lazy', 'client.reference'].map(typeOf)

/**
 * What Server Components give in the end: elements of HTML alone. As React has it, a component is called before what it
 * holds, one that waits is left behind and its neighbours go on, and ids count the calls. Throws where a component needs
 * more than that.
 */
export async function resolveServerComponents(node: ReactNode, react: ServerReact): Promise<ReactNode> {
  const { hooks, begin } = hooksOf()
  const caches = new Map<() => unknown, unknown>()
  react.begin({ hooks, cacheOf })

  function resolve(node: ReactNode): Resolved {
    if (isThenable(node)) return then(node, resolve)
    if (isValidElement(node)) return resolveElement(node)
    return isList(node) ? resolveAll(node) : node
  }

  /** In their order, all of them begun. */
  function resolveAll(list: Iterable<ReactNode>): Resolved {
    const nodes = Array.isArray(list) ? list : [...list]
    let isOther = false
    let waits = false
    const resolved = nodes.map((node) => {
      const known = resolve(node)
      isOther ||= known !== node
      waits ||= isThenable(known)
      return known
    })
    if (waits) return Promise.all(resolved) as Resolved
    return isOther ? resolved : list
  }

  function resolveElement(element: ReactElement): Resolved {
    const { type, props } = element as ReactElement<{ children?: ReactNode }>
    if (typeof type !== 'string' && typeof type !== 'symbol') return resolve(call(type, props))
    const children = resolve(props.children)
    if (isThenable(children)) return then(children, (known) => withChildren(element, known))
    return children === props.children ? element : withChildren(element, children)
  }

  /** A component, or what stands for one. */
  function call(type: unknown, props: unknown, waited: Thenable[] = []): Resolved {
    const kind = (type as { $$typeof?: symbol }).$$typeof
    if (kind === clientReference) throw new Error('it holds a Client Component')
    if (kind === memo) return call((type as { type: unknown }).type, props)
    try {
      if (kind === lazy) {
        const { _init, _payload } = type as { _init(payload: unknown): unknown; _payload: unknown }
        return call(_init(_payload), props)
      }
      const component = (kind === forwardRef ? (type as { render: Component }).render : type) as Component
      begin(waited)
      return component(props, null)
    } catch (thrown) {
      const promise = thrown instanceof Waiting ? thrown.promise : thrown
      if (!isThenable(promise)) throw thrown
      const again = () => call(type, props, waited)
      return then(promise, again, again)
    }
  }

  function cacheOf<Value>(create: () => Value): Value {
    if (!caches.has(create)) caches.set(create, create())
    return caches.get(create) as Value
  }

  try {
    return await resolve(node)
  } finally {
    react.end()
  }
}

const withChildren = (element: ReactElement, children: ReactNode) =>
  Array.isArray(children) ? cloneElement(element, {}, ...children) : cloneElement(element, {}, children)

const isList = (node: ReactNode): node is Iterable<ReactNode> =>
  typeof node === 'object' && node !== null && Symbol.iterator in node

type Thenable = Promise<ReactNode> & { status?: string; value?: unknown; reason?: unknown }

const isThenable = (node: unknown): node is Thenable => typeof (node as Thenable | undefined)?.then === 'function'

const then = (promise: Thenable, done: (node: ReactNode) => Resolved, failed?: () => Resolved) =>
  promise.then(done, failed) as Resolved

/** Thrown out of a component that has to be called again. */
class Waiting extends Error {
  constructor(readonly promise: Thenable) {
    super('A component waits. Whoever catches this has to throw it on.')
  }
}

/** The hooks of Server Components. Any other has no place in what is rendered once. */
function hooksOf() {
  let ids = 1
  // What the component that is being called has asked for in earlier calls, and how often it has asked in this one.
  let waited: Thenable[] = []
  let asked = 0
  const hooks = {
    useId: () => `_S_${(ids++).toString(32)}_`,
    useMemo: (create: () => unknown) => create(),
    useCallback: (callback: unknown) => callback,
    useDebugValue: () => {},
    use(usable: unknown) {
      if (!isThenable(usable)) throw new Error('it asks for a context')
      waited[asked] ??= tracked(usable)
      const promise = waited[asked++] as Thenable
      if (promise.status === 'fulfilled') return promise.value
      if (promise.status === 'rejected') throw promise.reason
      throw new Waiting(promise)
    },
  }
  const begin = (before: Thenable[]) => {
    waited = before
    asked = 0
  }
  return { hooks, begin }
}

/** A promise that says what has become of it. */
function tracked(promise: Thenable): Thenable {
  if (promise.status !== undefined) return promise
  promise.status = 'pending'
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    (reason) => Object.assign(promise, { status: 'rejected', reason }),
  )
  return promise
}
