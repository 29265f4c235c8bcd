import { frontPath } from '../../routes'

/** Has the browser make a page ready when a reader points at its link. A feed, a picture or a Markdown alternate is no page: no slash ends it. */
export const speculationRules = JSON.stringify({
  prerender: [
    {
      where: {
        and: [{ href_matches: [frontPath(), `${frontPath()}*/`] }, { not: { selector_matches: '[href^="#"]' } }],
      },
      eagerness: 'moderate',
    },
  ],
})
