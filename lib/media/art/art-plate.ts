import { colours, type Hue, hueColours } from '../../site'
import { mix } from './art-mix'

export type Key = 'paper' | 'tint' | 'hue' | 'ink'

/** The colours of one printed plate. It has its own ground, so it looks right on a light and on a dark page. */
export type Plate = { ground: string; sense: string; act: string }

const { paper, ink, soft, ground } = colours
// Neither paper of the site, so that a plate stands out from both.
const day = mix(ink[1], soft[1], 0.06)
const night = mix(ground[1], soft[0], 0.14)
const ivory = mix(paper[0], ink[1], 0.5)
const pencil = (lightness: number) => mix(ink[0], ink[1], lightness)
const chalk = (lightness: number) => mix(soft[0], paper[0], lightness)

export function plateOf(key: Key, hue: Hue): Plate {
  const [deep, bright] = hueColours(hue)
  const plates: Record<Key, Plate> = {
    paper: { ground: day, sense: pencil(0.46), act: deep },
    tint: { ground: mix(bright, ink[1], 0.48), sense: mix(deep, soft[1], 0.24), act: deep },
    hue: { ground: deep, sense: mix(mix(deep, bright, 0.6), paper[0], 0.32), act: ivory },
    ink: { ground: night, sense: chalk(0.36), act: bright },
  }
  return plates[key]
}

/** Plates without a hue, for marks that stand beside any category. */
export function greyPlateOf(key: Key): Plate {
  const plates: Record<Key, Plate> = {
    paper: { ground: day, sense: pencil(0.5), act: night },
    tint: { ground: mix(soft[1], ink[1], 0.4), sense: pencil(0.46), act: night },
    hue: { ground: soft[0], sense: chalk(0.36), act: ivory },
    ink: { ground: night, sense: chalk(0.22), act: ivory },
  }
  return plates[key]
}
