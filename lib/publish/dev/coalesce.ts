/**
 * Has `work` done for what it is told, once at a time. What is told meanwhile is worked on right after, and of several
 * things the newest alone. `work` must not reject.
 */
export function coalesce<Told extends unknown[]>(work: (...told: Told) => Promise<void>) {
  let waiting: Told | undefined
  let running = false
  return async (...told: Told): Promise<void> => {
    waiting = told
    if (running) return
    running = true
    while (waiting) {
      const current: Told = waiting
      waiting = undefined
      await work(...current)
    }
    running = false
  }
}
