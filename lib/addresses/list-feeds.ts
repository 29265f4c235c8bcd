import { type FeedFile, feedsOf } from '../routes'

/** The feeds that a list has at such a path, written without the one the site lives under. */
export const feedsBelow = (path: string): readonly FeedFile[] =>
  feedsOf(/^\/(category|tag|author)\/[^/]+\/$/.exec(path)?.[1] ?? '')
