import { followReading } from './contents'
import { offerCopy } from './copy'
import { loadFonts } from './fonts'
import { findFragment } from './fragment'
import { prefetchOnHover } from './prefetch'
import { offerShare } from './share'
import { switchTheme } from './theme'

// Everything here improves markup that already works without it.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-theme-switch]')) switchTheme(button)
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) offerShare(button)
for (const block of document.querySelectorAll<HTMLPreElement>('pre.code-block')) offerCopy(block)
for (const contents of document.querySelectorAll<HTMLElement>('[data-contents]')) followReading(contents)
loadFonts()
prefetchOnHover()
addEventListener('hashchange', findFragment)
findFragment()
// What needs a script is shown from here on, and nowhere else.
document.documentElement.dataset.scripts = ''
