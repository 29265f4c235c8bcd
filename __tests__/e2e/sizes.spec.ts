import { site } from './sites'
import { expect, type Page, test } from './test'

const widths = [320, 390, 480, 600, 641, 768, 900, 1024, 1099, 1180, 1280, 1440, 2560]

type Shown = { src: string; sizes: string; said: number; shown: number }

/** Each picture of a text that says by `sizes` how wide it is: what it says here, and how wide it is. */
function picturesOf(page: Page): Promise<Shown[]> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('div'))
    const pictures = [...document.querySelectorAll<HTMLImageElement>('figure img[sizes]')].map((image) => {
      const { src, sizes } = image
      const steps = sizes.split(/,(?![^(]*\))/).map((step) => /^(?:(\(min-width: [^)]*\)) )?(.*)$/.exec(step.trim()))
      const step = steps.find((found) => found && (!found[1] || matchMedia(found[1]).matches))
      probe.style.width = step?.[2] ?? ''
      return { src, sizes, said: probe.getBoundingClientRect().width, shown: image.getBoundingClientRect().width }
    })
    probe.remove()
    return pictures
  })
}

test('each picture of an article is as wide as it says, at any width', async ({ page }) => {
  await page.goto(`${site('two').url}/articles/everything/`)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const pictures = await picturesOf(page)
    // The one above the text, two in it, and one that is wider.
    expect(pictures).toHaveLength(4)
    for (const { src, sizes, said, shown } of pictures)
      expect
        .soft(Math.abs(said / shown - 1), `${src} at ${width} px: ${sizes}, ${said} for ${shown}`)
        .toBeLessThan(0.02)
  }
})
