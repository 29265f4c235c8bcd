import { absolute, sitemapPath } from '../routes'

/** Everybody may read everything. */
export const robots = () => `User-agent: *\nAllow: /\n\nSitemap: ${absolute(sitemapPath())}\n`
