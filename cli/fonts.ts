import { mkdir, readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

// The letters of the languages written with Latin-1, and the signs that set running text. Anything else falls to the system's serif.
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')
const letters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŒœŠšŽžŸ–—‘’‚“”„†‡•…‰‹›€™−×÷≈≤≥→←↑↓\u2009\u202f`
const source = 'node_modules/@fontsource-variable/newsreader'

const cuts = [
  {
    from: 'newsreader-latin-wght-normal',
    to: 'newsreader-roman',
    axes: { wght: { min: 400, max: 650 } },
    features: ['kern', 'liga', 'lnum', 'onum', 'tnum', 'ccmp', 'mark'],
  },
  {
    from: 'newsreader-latin-wght-italic',
    to: 'newsreader-italic',
    axes: { wght: 370 },
    features: ['kern', 'liga', 'ccmp'],
  },
]

await mkdir('app/fonts', { recursive: true })
await writeFile('app/fonts/LICENSE.txt', await readFile(`${source}/LICENSE`))
for (const { from, to, axes, features } of cuts) {
  const whole = await readFile(`${source}/files/${from}.woff2`)
  const cut = await subsetFont(whole, letters, {
    targetFormat: 'woff2',
    variationAxes: axes,
    keepFeatures: features,
    noHinting: true,
  })
  await writeFile(`app/fonts/${to}.woff2`, cut)
  console.log(`app/fonts/${to}.woff2  ${(cut.length / 1024).toFixed(1)} KB`)
}
