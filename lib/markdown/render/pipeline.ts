import remarkHtml from 'remark-html'
import { step } from '../context'
import { newReader } from '../parse/grammar'
import { addCallouts } from '../plugins/callouts'
import { renderCode } from '../plugins/code'
import { addFigures } from '../plugins/figures'
import { placeFootnotes } from '../plugins/footnotes'
import { takeHeadingIds } from '../plugins/heading-ids'
import { addHeadings, dropRepeatedTitle } from '../plugins/headings'
import { renderMath } from '../plugins/math'
import { dropRawHtml } from '../plugins/raw-html'
import { inlineReferences } from '../plugins/references'
import { wrapTables } from '../plugins/tables'
import { settleTargets } from '../plugins/targets'
import { nameTasks } from '../plugins/tasks'
import { collectText } from '../text'
import { schema } from './sanitize-schema'

/** Markdown to safe HTML. The sanitiser comes last: whatever an earlier step gets wrong, it holds. */
export const pipeline = newReader()
  .use(step(inlineReferences))
  .use(step(dropRawHtml))
  .use(step(addCallouts))
  .use(step(takeHeadingIds))
  .use(step(dropRepeatedTitle))
  .use(step(collectText))
  .use(step(addHeadings))
  .use(step(addFigures))
  .use(step(settleTargets))
  .use(step(placeFootnotes))
  .use(step(wrapTables))
  .use(step(nameTasks))
  .use(step(renderMath))
  .use(step(renderCode))
  .use(remarkHtml, { sanitize: schema })
  .freeze()
