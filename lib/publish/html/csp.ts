import { createHash } from 'node:crypto'

/** What one page does that its policy has to know of. */
type Page = { inlineScripts: string[]; hydrates: boolean }

/**
 * The Content-Security-Policy of one page, for its `<meta>`: nothing but what the site itself serves, and the inline
 * scripts that are named by their hash. What a meta cannot say stands in `headers.ts`, because two policies intersect.
 */
export function policyOf({ inlineScripts, hydrates }: Page): string {
  const hashes = [...new Set(inlineScripts.map(hashSource))]
  const directives = [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    // Pages are fetched before a click; and auditors read robots.txt from within the page.
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // React and Next assign addresses of scripts as plain text.
    ...(hydrates ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"]),
  ]
  return directives.join('; ')
}

const hashSource = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
