import type { Worker } from 'node:worker_threads'

/** Why a worker was given up: it has spent its time, or it has done next to nothing for very long. */
export type TimeoutKind = 'spent' | 'still'

const looksPerLimit = 10

// Thirty limits, five minutes at least, with a tenth of one limit spent: no load does that, only a worker that hangs.
const stillLooks = 30 * looksPerLimit
const stillShare = 1 / 10

/**
 * Rings when the worker has spent so many milliseconds of processor time since it was set, however long that takes.
 *
 * Before Node 24 nothing tells on every system what one thread has spent. But it has spent no more than its whole process, and
 * no more than it was busy by the clock. Other load stretches only the second, and other threads of ours raise only the first,
 * so the smaller one never counts load against a worker, and is its own time where no other thread of ours works.
 */
export function createTimeout({ performance }: Pick<Worker, 'performance'>, ring: (kind: TimeoutKind) => void) {
  let timer: NodeJS.Timeout | undefined

  function start(limit: number): void {
    const began = now()
    let noted = { spent: 0, looks: 0 }
    const look = (): TimeoutKind | undefined => {
      const { processor, active } = now()
      const spent = Math.min(processor - began.processor, active - began.active)
      if (spent >= limit) return 'spent'
      const isStill = spent - noted.spent < limit * stillShare
      noted = isStill ? { ...noted, looks: noted.looks + 1 } : { spent, looks: 0 }
      return noted.looks >= stillLooks ? 'still' : undefined
    }
    const lookLater = () => {
      const mine = setTimeout(() => {
        // A message that has arrived meanwhile is heard first: a busy main thread must not count against a body.
        setImmediate(() => {
          if (timer !== mine) return
          const kind = look()
          if (kind) ring(kind)
          else lookLater()
        })
      }, limit / looksPerLimit)
      timer = mine
    }
    lookLater()
  }

  function now() {
    const { user, system } = process.cpuUsage()
    return { processor: (user + system) / 1000, active: performance.eventLoopUtilization().active }
  }

  return {
    /** Begins anew, or with nothing to wait for ends. */
    set(limit: number | undefined) {
      clearTimeout(timer)
      timer = undefined
      if (limit !== undefined) start(limit)
    },
  }
}
