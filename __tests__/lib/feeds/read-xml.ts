import { SaxesParser } from 'saxes'

/** An element with its name as `prefix:name` is written, and all text in it and below. */
export type XmlElement = {
  name: string
  uri: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** The root of a document. Throws where it is not well-formed, or a prefix has no namespace. */
export function readXml(text: string): XmlElement {
  const open: XmlElement[] = [{ name: '', uri: '', attributes: {}, children: [], text: '' }]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value])
    const element = { name, uri, attributes: Object.fromEntries(values), children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (words) => {
    for (const element of open) element.text += words
  })
  parser.on('closetag', () => open.pop())
  parser.write(text).close()
  const [root] = open[0]?.children ?? []
  if (!root) throw new Error('There is no element')
  return root
}

export const all = ({ children }: XmlElement, name: string) => children.filter((child) => child.name === name)
export const textOf = (element: XmlElement, name: string) => all(element, name)[0]?.text
