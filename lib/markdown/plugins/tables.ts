import type { Root, Table, TableCell } from 'mdast'
import { words } from '../../words/words'
import { type Context, uniqueLabel } from '../context'
import { block } from '../elements'
import { shorten, textOf } from '../text'
import { nodesOf, replaceAt, walk } from '../walk'

/** Wraps each table so that a wide one scrolls by itself, for a keyboard too, and says alignment by class. */
export function wrapTables(tree: Root, context: Context): void {
  walk(tree, (table, index, parent) => {
    if (table.type !== 'table') return undefined
    describeCells(table)
    const headers = table.children[0]?.children.map((cell) => wordsOf(cell)).filter(Boolean) ?? []
    const label = shorten(words.table(headers.length ? headers.slice(0, 3).join(words.comma) : undefined), 80)
    const properties = { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: uniqueLabel(context, label) }
    replaceAt(parent, index, block('div', properties, [table]))
    return index + 1
  })
}

// Nobody wants TeX read out.
const wordsOf = (cell: TableCell) => (nodesOf(cell, 'inlineMath').length > 0 ? '' : textOf(cell).trim())

function describeCells({ children: rows, align }: Table): void {
  rows.forEach((row, rowIndex) => {
    row.children.forEach((cell, column) => {
      const side = align?.[column]
      const className = side ? { className: [`align-${side}`] } : {}
      const isHeader = rowIndex === 0 && cell.children.length > 0
      // An empty header cell names nothing: a plain cell does not claim to.
      const hName = isHeader || rowIndex > 0 ? {} : { hName: 'td' }
      cell.data = { ...hName, hProperties: { ...className, ...(isHeader && { scope: 'col' }) } }
    })
  })
}
