export type Hue = 'blue' | 'green' | 'red' | 'violet' | 'ochre' | 'teal'
export type Key = 'paper' | 'tint' | 'hue' | 'ink'

/** The colours of one printed plate. It has its own ground, so it looks right on a light and on a dark page. */
export type Plate = { ground: string; sense: string; act: string }

const hues: Record<Hue, { deep: string; bright: string; tint: string; shade: string; pale: string }> = {
  blue: { deep: '#2440c9', bright: '#93a8ff', tint: '#b7c3ec', shade: '#4156b8', pale: '#9aa7ee' },
  green: { deep: '#0a6b4c', bright: '#63d2a6', tint: '#aed0bd', shade: '#35775d', pale: '#79b8a0' },
  red: { deep: '#bf3413', bright: '#ff9272', tint: '#efbfa9', shade: '#a5543a', pale: '#f0a185' },
  violet: { deep: '#6b3aa6', bright: '#c7a6ff', tint: '#d0bfe6', shade: '#7a56a6', pale: '#b99be0' },
  ochre: { deep: '#96600a', bright: '#f0bf5a', tint: '#e8cf97', shade: '#866526', pale: '#d3b06a' },
  teal: { deep: '#0b6478', bright: '#6fcbdd', tint: '#acd2d9', shade: '#2f7586', pale: '#79b3c0' },
}

export function plateOf(key: Key, hue: Hue): Plate {
  const { deep, bright, tint, shade, pale } = hues[hue]
  const plates: Record<Key, Plate> = {
    paper: { ground: '#e9e2d3', sense: '#7d786e', act: deep },
    tint: { ground: tint, sense: shade, act: deep },
    hue: { ground: deep, sense: pale, act: '#f4eee0' },
    ink: { ground: '#1a2130', sense: '#858a98', act: bright },
  }
  return plates[key]
}

/** Plates without a hue, for marks that stand beside any category. */
export function greyPlateOf(key: Key): Plate {
  const plates: Record<Key, Plate> = {
    paper: { ground: '#e9e2d3', sense: '#8b867c', act: '#1a2130' },
    tint: { ground: '#c9c2b4', sense: '#7b766c', act: '#1a2130' },
    hue: { ground: '#50555f', sense: '#8e9299', act: '#f4eee0' },
    ink: { ground: '#1a2130', sense: '#717684', act: '#f4eee0' },
  }
  return plates[key]
}
