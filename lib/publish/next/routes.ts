/** The route of a page's file: groups and slots (`(name)`, `@name`) stand in its name, not in its route. */
export const routeOf = (page: string) => page.replace(/\/(?:\([^/]*\)|@[^/]*)(?=\/)/g, '').replace(/\/page$/, '') || '/'
