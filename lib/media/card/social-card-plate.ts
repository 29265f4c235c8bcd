import { site } from '../../site'
import { headline, slanted } from './type-families'
import { type Setting, setType, typeSvg, widthOf } from './type-setting'

/** The name of the magazine as its pages have it; `width` in ems. */
export type NamePlate = { width: number; svg(left: number, baseline: number, size: number): string }

const gap = 0.02
const em = { sizes: [1], width: 100, height: 1, most: 1 }

let plate: Promise<NamePlate> | undefined

/** The name is set once a process. An ampersand in it is light and slanted. */
export function namePlate(): Promise<NamePlate> {
  plate ??= setPlate()
  return plate
}

async function setPlate(): Promise<NamePlate> {
  const [before = '', ...after] = site.name.split(' & ')
  const words: Promise<Setting>[] = [setType(before, headline, em)]
  for (const word of after) words.push(setType('&', slanted, em), setType(word, headline, em))
  const settings = await Promise.all(words)
  const starts = settings.map((_, index) => settings.slice(0, index).reduce((sum, one) => sum + widthOf(one) + gap, 0))
  return {
    width: settings.reduce((sum, one) => sum + widthOf(one), 0) + gap * (settings.length - 1),
    svg: (left, baseline, size) =>
      settings
        .map((setting, index) => typeSvg({ ...setting, size }, [left + (starts[index] ?? 0) * size, 0], baseline))
        .join(''),
  }
}
