/**
 * The source of a pattern of what no path of ours has in it: servers read past `//`, `\`, `.` and their encodings, and a
 * file would be had under the headers of another. What begins with a dot is no part of a site, but for what the whole web
 * agreed on.
 */
export const refusedInPath = String.raw`//|\x5c|/(?:\.|%2e)(?!well-known/)|%(?:00|2e|2f|5c)`

const refused = new RegExp(refusedInPath, 'i')

/** Whether an address as a client has sent it, with its query, has such a path. */
export const isRefused = (address: string) => refused.test(address.replace(/\?.*/s, ''))
