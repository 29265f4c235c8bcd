import type { PublishStep } from './publish-step'

/** Run in this order, in every build that publishes. None is given the files of another. */
export const beforePublish: readonly PublishStep[] = []
