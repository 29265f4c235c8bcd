import { nextInternals } from './next-internals'

/** Where Next leaves the pages that it exports. */
export const exportDirectory = nextInternals.exportDirectory

/** Where Next compiles, with what belongs to one state of the code. */
export const workDirectory = nextInternals.workDirectory
