declare module 'fontverter' {
  /** The part of the package that type-face.ts uses; it ships no types of its own. */
  const fontverter: { convert(font: Buffer, format: 'sfnt'): Promise<Buffer> }
  export default fontverter
}
