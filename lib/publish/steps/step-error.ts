import { ChangedPost } from '../../content/post-cache'
import { ChangedCode } from '../../fingerprint/code'
import { MissingBody } from '../../markdown/worker/cache'

// A build knows what to do about these.
const answered = [ChangedCode, ChangedPost, MissingBody]

/** Does a part of a step's work; what fails is named as the step's. */
export async function inStep<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (answered.some((kind) => error instanceof kind)) throw error
    const message = error instanceof Error ? error.message : error
    throw new Error(`The step "${name}" before publishing failed: ${message}`, { cause: error })
  }
}
