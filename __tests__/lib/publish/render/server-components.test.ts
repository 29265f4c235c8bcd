/** @jest-environment node */
import type * as ReactOfServers from 'react'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ServerReact } from '@/lib/publish/next/server-react'
import { resolveServerComponents } from '@/lib/publish/render/server-components'

// The React that Next compiles Server Components with.
const react: typeof ReactOfServers = jest.requireActual('next/dist/compiled/react/cjs/react.react-server.production.js')
const internals = Reflect.get(react, '__SERVER_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE')
const serverReact: ServerReact = {
  begin({ hooks, cacheOf }) {
    Object.assign(internals, { H: hooks, A: { getCacheForType: cacheOf } })
  },
  end: () => Object.assign(internals, { H: null, A: null }),
}
const { cache, createElement: element, forwardRef, Fragment, lazy, memo, Suspense, use, useId, useMemo } = react

const rendered = async (node: ReactNode) => renderToStaticMarkup(await resolveServerComponents(node, serverReact))

const later = <Value>(value: Value) => new Promise<Value>((resolve) => setTimeout(resolve, 1, value))

const Id = () => element('i', null, useId())
const Late = async ({ text }: { text: string }) => element('b', null, await later(text))
const LateId = async () => element('p', null, await later(element(Id)))
const Using = () => {
  // Another promise each time.
  const [first, second] = [use(later('one')), use(later('two'))]
  return element('u', null, first, second)
}
const counted = { calls: 0 }
const cached = cache((name: string) => `${name} ${++counted.calls}`)
const Cached = () => element('s', null, cached('call'))

test.each<[string, () => ReactNode, string]>([
  ['text and nothing', () => element('p', null, 'a', 0, null, false, undefined, 'b'), '<p>a0b</p>'],
  ['a component in a component', () => element(() => element(Id)), '<i>_S_1_</i>'],
  ['ids, in the order of calls', () => [element(Id, { key: 1 }), element(Id, { key: 2 })], '<i>_S_1_</i><i>_S_2_</i>'],
  ['one that waits', () => element('p', null, element(Late, { text: 'late' })), '<p><b>late</b></p>'],
  [
    'ids of those that need not wait, first',
    () => [element(LateId, { key: 1 }), element(Id, { key: 2 })],
    '<p><i>_S_2_</i></p><i>_S_1_</i>',
  ],
  ['use of a promise', () => element(Using), '<u>onetwo</u>'],
  ['use of a promise that was kept', () => element(() => use(Promise.resolve('kept'))), 'kept'],
  ['a promise where a node stands', () => element('p', null, later('node')), '<p>node</p>'],
  ['useMemo', () => element(() => useMemo(() => 'made', [])), 'made'],
  [
    'cache, once for a page',
    () => element('p', null, element(Cached), element(Cached)),
    '<p><s>call 1</s><s>call 1</s></p>',
  ],
  [
    'memo',
    () =>
      element(
        memo(({ a }: { a: string }) => element('p', null, a)),
        { a: 'x' },
      ),
    '<p>x</p>',
  ],
  ['forwardRef', () => element(forwardRef((_, ref) => element('p', null, String(ref)))), '<p>null</p>'],
  ['lazy', () => element(lazy(() => later({ default: Id }))), '<i>_S_1_</i>'],
  [
    'Suspense, without its fallback',
    () => element(Suspense, { fallback: 'wait' }, element(Late, { text: 'x' })),
    '<b>x</b>',
  ],
  ['a Fragment', () => element(Fragment, null, element(Id), 'x'), '<i>_S_1_</i>x'],
  ['a set', () => new Set(['a', element(Id, { key: 1 })]), 'a<i>_S_1_</i>'],
  ['HTML of others', () => element('p', { dangerouslySetInnerHTML: { __html: '<b>x</b>' } }), '<p><b>x</b></p>'],
])('renders %s', async (_, node, html) => {
  counted.calls = 0
  expect(await rendered(node())).toBe(html)
})

test('what was asked for is kept for one page', async () => {
  counted.calls = 0
  expect([await rendered(element(Cached)), await rendered(element(Cached))]).toEqual(['<s>call 1</s>', '<s>call 2</s>'])
})

test('a promise that fails is told by the component that used it', async () => {
  const failing = () => use(Promise.reject(new Error('it was not there')))
  await expect(rendered(element(failing))).rejects.toThrow('it was not there')
  const caught = () => {
    throw new Error('a component failed')
  }
  await expect(rendered(element('p', null, element(caught)))).rejects.toThrow('a component failed')
})

test.each<[string, () => ReactNode, string]>([
  [
    'a Client Component',
    Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') }),
    'Client Component',
  ],
  ['a context', () => use<ReactNode>(Object.create({ $$typeof: Symbol.for('react.context') })), 'asks for a context'],
  ['an object that is no node', () => ({ a: 1 }) as unknown as ReactNode, 'not valid as a React child'],
])('refuses %s', async (_, component, why) => {
  await expect(rendered(createElement(component))).rejects.toThrow(why)
})
