import { nameIn } from './fragment'

/** Marks in the table of contents the section being read, where styles cannot do it alone. */
export function followReading(contents: HTMLElement) {
  if (CSS.supports('scroll-target-group', 'auto')) return
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
  const sections = links.flatMap((link) => {
    const section = document.getElementById(nameIn(link))
    return section ? [{ link, section }] : []
  })
  const mark = () => {
    const line = innerHeight * 0.3
    const reached = sections.filter(({ section }) => section.getBoundingClientRect().top <= line).at(-1)
    for (const { link } of sections) {
      if (link === reached?.link) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  // All that lies above the line counts as seen, however far above, so that no jump can pass the line unnoticed.
  const observer = new IntersectionObserver(mark, { rootMargin: '10000000px 0px -70% 0px' })
  for (const { section } of sections) observer.observe(section)
  mark()
}
