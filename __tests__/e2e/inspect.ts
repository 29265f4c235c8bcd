import AxeBuilder from '@axe-core/playwright'
import type { Page } from './test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong, one line a place, by all its rules or by one. */
export async function violations(page: Page, rule?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  // Off by default in axe, although WCAG 2.2 AA asks for it.
  axe.options({ rules: { 'target-size': { enabled: true } } })
  if (rule) axe.withRules(rule)
  else axe.withTags(tags)
  // Pages have no frames, so nothing needs to be collected from them.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} ${target.join(' ')} ${any[0]?.message ?? ''}`.trim()),
  )
}

/** What reaches beyond the window's right edge when the page scrolls sideways. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    // What scrolls by itself, as code does, may hold more than it shows.
    const isClipped = (element: Element): boolean => {
      const { parentElement } = element
      if (!parentElement || parentElement === document.documentElement) return false
      return getComputedStyle(parentElement).overflowX !== 'visible' || isClipped(parentElement)
    }
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !isClipped(element),
    )
    return [
      `${scrollWidth} px in ${clientWidth}`,
      ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ]
  })
}
