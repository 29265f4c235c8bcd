/** The folder of a release that is Next's: scripts, styles and fonts under names of its own. */
export const nextFolder = '/_next/'

/** The folder of the project in which Next compiles. */
export const nextWorkFolder = '.next'
