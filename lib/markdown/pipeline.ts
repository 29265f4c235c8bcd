import remarkHtml from 'remark-html'
import { addCallouts } from './callouts'
import { renderCode } from './code'
import { step } from './context'
import { addFigures } from './figures'
import { placeFootnotes } from './footnotes'
import { newReader } from './grammar'
import { addHeadings, dropRepeatedTitle } from './headings'
import { renderMath } from './math'
import { dropRawHtml } from './raw-html'
import { inlineReferences } from './references'
import { schema } from './schema'
import { wrapTables } from './tables'
import { settleTargets } from './targets'
import { nameTasks } from './tasks'
import { collectText } from './text'

/** Markdown to safe HTML. The sanitiser comes last: whatever an earlier step gets wrong, it holds. */
export const pipeline = newReader()
  .use(step(inlineReferences))
  .use(step(dropRawHtml))
  .use(step(addCallouts))
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
