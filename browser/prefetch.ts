/** Fetches a page of ours when a reader is about to go there, where the browser does not know speculation rules. */
export function prefetchOnHover() {
  if (HTMLScriptElement.supports?.('speculationrules')) return
  const known = new Set([location.pathname])
  const prefetch = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
    if (!link || link.origin !== location.origin || !link.pathname.endsWith('/') || known.has(link.pathname)) return
    known.add(link.pathname)
    // Not by `<link rel=prefetch>`, which some browsers measure by `default-src`. Without an answer nothing is lost.
    fetch(link.pathname, { priority: 'low' }).catch(() => undefined)
  }
  addEventListener('pointerover', prefetch, { passive: true })
  addEventListener('focusin', prefetch)
}
