import { readFile } from 'node:fs/promises'
import fontverter from 'fontverter'
import * as harfbuzz from 'harfbuzzjs'
import { type Family, filesFor } from './type-families'
import { straightened } from './type-outline'

/** A glyph, in ems: where it stands beside its place on the line, and how far the next place is. */
export type Glyph = { id: number; x: number; y: number; advance: number }

/** One file of a family, ready to set type. */
export type Face = {
  family: Family
  unitsPerEm: number
  has(codePoint: number): boolean
  shape(text: string, isRightToLeft: boolean): Glyph[]
  /** The outline of a glyph as SVG path data, downwards from its baseline, in tenths of a pixel. */
  outline(glyph: number, pixelsPerEm: number): string
}

const faces = new Map<string, Promise<Face>>()
const found = new WeakMap<Family, Map<string, Promise<Face | undefined>>>()

/** The first face that holds all of a cluster, in the order of the families. Files are read once a process. */
export async function faceFor(cluster: string, families: Family[]): Promise<Face | undefined> {
  for (const family of families) {
    const known = found.get(family) ?? new Map<string, Promise<Face | undefined>>()
    found.set(family, known)
    const face = known.get(cluster) ?? faceIn(family, cluster)
    known.set(cluster, face)
    if (await face) return face
  }
  return undefined
}

async function faceIn(family: Family, cluster: string): Promise<Face | undefined> {
  const codePoints = Array.from(cluster, (sign) => sign.codePointAt(0) ?? 0)
  for (const file of filesFor(family, codePoints[0] ?? 0)) {
    const face = await faceAt(file, family)
    if (codePoints.every(face.has)) return face
  }
  return undefined
}

function faceAt(file: string, family: Family): Promise<Face> {
  const key = `${file} ${JSON.stringify(family.axes)}`
  const face = faces.get(key) ?? loadFace(file, family)
  faces.set(key, face)
  return face
}

async function loadFace(file: string, family: Family): Promise<Face> {
  const face = new harfbuzz.Face(new harfbuzz.Blob(await fontverter.convert(await readFile(file), 'sfnt')))
  const font = new harfbuzz.Font(face)
  font.setVariations(Object.entries(family.axes).map(([tag, value]) => new harfbuzz.Variation(tag, value)))
  const codePoints = new Set(face.collectUnicodes())
  const outlines = new Map<string, string>()
  const buffer = new harfbuzz.Buffer()
  return {
    family,
    unitsPerEm: face.upem,
    has: (codePoint) => codePoints.has(codePoint),
    shape(text, isRightToLeft) {
      const { RTL, LTR } = harfbuzz.Direction
      buffer.reset()
      buffer.addText(text)
      buffer.setDirection(isRightToLeft ? RTL : LTR)
      buffer.setLanguage('en')
      buffer.guessSegmentProperties()
      harfbuzz.shape(font, buffer)
      const places = buffer.getGlyphPositions()
      return buffer.getGlyphInfos().map(({ codepoint }, index) => ({
        id: codepoint,
        x: (places[index]?.xOffset ?? 0) / face.upem,
        y: (places[index]?.yOffset ?? 0) / face.upem,
        advance: (places[index]?.xAdvance ?? 0) / face.upem,
      }))
    },
    outline(glyph, pixelsPerEm) {
      const key = `${glyph} ${pixelsPerEm}`
      const outline = outlines.get(key) ?? straightened(font.glyphToPath(glyph), (pixelsPerEm * 10) / face.upem)
      outlines.set(key, outline)
      return outline
    },
  }
}
