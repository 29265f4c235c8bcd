import { policyOf } from '@/lib/publish/html/csp'

const still = { inlineScripts: [], hydrates: false }
const hydrating = { inlineScripts: [], hydrates: true }

/** The directives of a policy, each with its sources; a name given twice would count only once in a browser. */
function directives(policy: string): Map<string, string[]> {
  const parts = policy.split(';').map((directive) => directive.trim().split(/\s+/))
  const named = new Map(parts.map(([name = '', ...sources]) => [name, sources]))
  expect(named.size).toBe(parts.length)
  return named
}

describe('the policy of a page', () => {
  test.each([
    ['default-src', ["'none'"]],
    ['script-src', ["'self'"]],
    ['style-src', ["'self'"]],
    ['img-src', ["'self'"]],
    ['font-src', ["'self'"]],
    ['connect-src', ["'self'"]],
    ['manifest-src', ["'self'"]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['require-trusted-types-for', ["'script'"]],
    ['trusted-types', ["'none'"]],
  ])('holds %s to %j', (name, sources) => {
    expect(directives(policyOf(still)).get(name)).toEqual(sources)
  })

  test.each([
    ['connect-src', ["'self'"]],
    ['require-trusted-types-for', undefined],
    ['trusted-types', undefined],
    ['default-src', ["'none'"]],
    ['style-src', ["'self'"]],
  ])('holds %s of one that hydrates to %j', (name, sources) => {
    expect(directives(policyOf(hydrating)).get(name)).toEqual(sources)
  })

  test.each([
    ['alert(1)', "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"],
    ['', "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
    ['é', "'sha256-SplVfkAzw1Od4utlRyAXytX5VX96BiWgnxw/biumnEw='"],
  ])('lets the inline script %j run by its hash', (script, source) => {
    const { hydrates } = still
    expect(directives(policyOf({ inlineScripts: [script], hydrates })).get('script-src')).toContain(source)
  })

  it('names equal scripts once, and others each', () => {
    const { hydrates } = hydrating
    const sources = directives(policyOf({ inlineScripts: ['a', 'b', 'a'], hydrates })).get('script-src') ?? []
    expect(sources.filter((source) => source.startsWith("'sha256-"))).toHaveLength(2)
  })

  test.each([
    ['a page', still],
    ['a page with scripts', { inlineScripts: ['a'], hydrates: false }],
    ['a page that hydrates', hydrating],
  ])('of %s has nothing unsafe, nothing a meta cannot carry, nothing that would end its attribute', (_, page) => {
    const policy = policyOf(page)
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/)
    expect(policy).not.toMatch(/frame-ancestors|report-|sandbox/)
    expect(policy).not.toMatch(/["<>&\n]/)
  })
})
